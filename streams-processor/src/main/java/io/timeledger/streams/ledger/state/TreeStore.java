package io.timeledger.streams.ledger.state;

import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// In memory.
final class TreeStore<V> implements SortedStore<V> {
  private final TreeMap<String, V> values = new TreeMap<>();

  @Override
  public @Nullable V get(String key) {
    return values.get(key);
  }

  @Override
  public void put(String key, V value) {
    values.put(key, value);
  }

  @Override
  public void delete(String key) {
    values.remove(key);
  }

  @Override
  public SortedMap<String, V> range(String from, String to) {
    return new TreeMap<>(values.subMap(from, to));
  }
}
