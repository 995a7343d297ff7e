package io.timeledger.streams.ledger.state;

import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The stores of one workspace on maps, whose contents can be compared.
public final class MapStores implements StoreOpener {
  private final Map<Kind, TreeMap<String, Object>> values = new EnumMap<>(Kind.class);

  @Override
  public <V> SortedStore<V> open(Kind kind, Class<V> type) {
    TreeMap<String, Object> ofKind = values.computeIfAbsent(kind, _ -> new TreeMap<>());
    return new SortedStore<>() {
      @Override
      public @Nullable V get(String key) {
        return type.cast(ofKind.get(key));
      }

      @Override
      public void put(String key, V value) {
        ofKind.put(key, value);
      }

      @Override
      public void delete(String key) {
        ofKind.remove(key);
      }

      @Override
      public SortedMap<String, V> range(String from, String to) {
        SortedMap<String, V> found = new TreeMap<>();
        ofKind.subMap(from, to).forEach((key, value) -> found.put(key, type.cast(value)));
        return found;
      }
    };
  }

  /// All that is kept, by kind and key.
  public Map<Kind, ? extends Map<String, Object>> contents() {
    return values;
  }
}
