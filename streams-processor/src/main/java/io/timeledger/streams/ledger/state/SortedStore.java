package io.timeledger.streams.ledger.state;

import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// Values of one kind of one workspace, in the order of their keys.
public interface SortedStore<V> {
  @Nullable V get(String key);

  void put(String key, V value);

  void delete(String key);

  /// @param from inclusive
  /// @param to exclusive
  /// @return as of now, and not to be changed
  SortedMap<String, V> range(String from, String to);

  /// All whose key starts with the prefix.
  default SortedMap<String, V> withPrefix(String prefix) {
    return range(prefix, prefix + Character.MAX_VALUE);
  }
}
