package io.timeledger.streams.ledger.state;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The stores of one workspace on maps, whose contents can be compared.
public final class MapStores implements StoreOpener {
  private final Map<String, SortedMap<String, Object>> values = new TreeMap<>();

  @Override
  public <V> SortedStore<V> open(StateTable<V> table) {
    Class<V> type = table.type();
    SortedMap<String, Object> records =
        values.computeIfAbsent(table.keyName(), _ -> new TreeMap<>());
    return new SortedStore<>() {
      @Override
      public @Nullable V get(String key) {
        return type.cast(records.get(key));
      }

      @Override
      public void put(String key, V value) {
        records.put(key, value);
      }

      @Override
      public void delete(String key) {
        records.remove(key);
      }

      @Override
      public SortedMap<String, V> range(String from, String to) {
        SortedMap<String, V> found = new TreeMap<>();
        records.subMap(from, to).forEach((key, value) -> found.put(key, type.cast(value)));
        return found;
      }
    };
  }

  /// All records, by table and key. A table that was opened but is empty is left out.
  public Map<String, Map<String, Object>> contents() {
    Map<String, Map<String, Object>> filled = new TreeMap<>(values);
    filled.values().removeIf(Map::isEmpty);
    return filled;
  }
}
