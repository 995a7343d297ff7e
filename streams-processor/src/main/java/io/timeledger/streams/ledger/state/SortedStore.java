package io.timeledger.streams.ledger.state;

import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// Values of one kind and workspace, sorted by key.
public interface SortedStore<V> {
  @Nullable V get(String key);

  void put(String key, V value);

  void delete(String key);

  /// @param from inclusive
  /// @param to exclusive
  /// @return a snapshot, not to be modified
  SortedMap<String, V> range(String from, String to);

  /// All values whose key starts with the prefix.
  default SortedMap<String, V> withPrefix(String prefix) {
    return range(prefix, prefix + Character.MAX_VALUE);
  }
}
