package io.timeledger.streams.ledger.kafka;

import io.timeledger.runtime.LruMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.function.Supplier;

/// LRU cache of parsed store values. Valid because each store has a single writer, which reports
/// every change. Not thread-safe.
final class StoreCache {
  private static final int MOST_VALUES = 4_000;
  private static final int MOST_RANGES_OF_A_KIND = 200;
  private static final int LONGEST_RANGE = 100;
  private static final int MOST_KINDS = 500;

  private final Map<String, Optional<?>> values = new LruMap<>(MOST_VALUES);
  private final Map<String, Map<Range, SortedMap<String, ?>>> ranges = new LruMap<>(MOST_KINDS);

  private record Range(String from, String to) {}

  /// @param read loads the value from the store if it is not cached
  <V> Optional<V> value(String key, Function<String, Optional<V>> read) {
    @SuppressWarnings("unchecked") // all values of a key have one type
    Optional<V> known = (Optional<V>) values.get(key);
    if (known == null) {
      known = read.apply(key);
      values.put(key, known);
    }
    return known;
  }

  /// @param kind prefix of all keys of the kind
  /// @param read loads from the store if it is not cached; the result must not be modified
  <V> SortedMap<String, V> range(
      String kind, String from, String to, Supplier<SortedMap<String, V>> read) {
    Map<Range, SortedMap<String, ?>> ofKind =
        ranges.computeIfAbsent(kind, _ -> new LruMap<>(MOST_RANGES_OF_A_KIND));
    Range range = new Range(from, to);
    @SuppressWarnings("unchecked") // all values of a kind have one type
    SortedMap<String, V> known = (SortedMap<String, V>) ofKind.get(range);
    if (known == null) {
      known = read.get();
      if (known.size() <= LONGEST_RANGE) {
        ofKind.put(range, known);
      }
    }
    return known;
  }

  /// Records the new value of the store; empty if it was deleted.
  void changed(String kind, String key, Optional<?> value) {
    values.put(kind + key, value);
    ranges.remove(kind);
  }
}
