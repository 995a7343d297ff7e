package io.timeledger.streams.ledger.kafka;

import io.timeledger.runtime.LruMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.function.Supplier;

/// What was read of stores, as objects, so that it is neither looked up nor parsed again. It holds
/// because the stores have one writer, who tells of every change. What was not asked for longest is
/// forgotten first. One thread.
final class StoreCache {
  private static final int MOST_VALUES = 4_000;
  private static final int MOST_RANGES_OF_A_KIND = 200;
  private static final int LONGEST_RANGE = 100;
  private static final int MOST_KINDS = 500;

  private final Map<String, Optional<?>> values = new LruMap<>(MOST_VALUES);
  private final Map<String, Map<Range, SortedMap<String, ?>>> ranges = new LruMap<>(MOST_KINDS);

  private record Range(String from, String to) {}

  /// @param read what the store has, when it is not remembered
  <V> Optional<V> value(String key, Function<String, Optional<V>> read) {
    @SuppressWarnings("unchecked") // a key has values of one kind
    Optional<V> known = (Optional<V>) values.get(key);
    if (known == null) {
      known = read.apply(key);
      values.put(key, known);
    }
    return known;
  }

  /// @param kind prefix of all keys of the kind
  /// @param read what the store has, when it is not remembered; not to be changed afterwards
  <V> SortedMap<String, V> range(
      String kind, String from, String to, Supplier<SortedMap<String, V>> read) {
    Map<Range, SortedMap<String, ?>> ofKind =
        ranges.computeIfAbsent(kind, _ -> new LruMap<>(MOST_RANGES_OF_A_KIND));
    Range range = new Range(from, to);
    @SuppressWarnings("unchecked") // a kind has values of one type
    SortedMap<String, V> known = (SortedMap<String, V>) ofKind.get(range);
    if (known == null) {
      known = read.get();
      if (known.size() <= LONGEST_RANGE) {
        ofKind.put(range, known);
      }
    }
    return known;
  }

  /// The store has this value from now on, or none.
  void changed(String kind, String key, Optional<?> value) {
    values.put(kind + key, value);
    ranges.remove(kind);
  }
}
