package io.timeledger.streams.ledger.kafka;

import io.timeledger.schemas.json.Codec;
import io.timeledger.streams.ledger.state.SortedStore;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/// Values of one kind and workspace in a shared Streams store. Caches what it has read, because
/// each item of a batch needs settings, members and projects.
final class KafkaSortedStore<V> implements SortedStore<V> {
  private final KeyValueStore<String, byte[]> store;
  private final String prefix;
  private final Codec<V> codec;
  private final StoreCache memory;

  KafkaSortedStore(
      KeyValueStore<String, byte[]> store, String prefix, Codec<V> codec, StoreCache memory) {
    this.store = store;
    this.prefix = prefix;
    this.codec = codec;
    this.memory = memory;
  }

  @Override
  public @Nullable V get(String key) {
    return memory.value(prefix + key, this::read).orElse(null);
  }

  @Override
  public void put(String key, V value) {
    store.put(prefix + key, codec.write(value));
    memory.changed(prefix, key, Optional.of(value));
  }

  @Override
  public void delete(String key) {
    store.delete(prefix + key);
    memory.changed(prefix, key, Optional.empty());
  }

  private Optional<V> read(String key) {
    byte[] bytes = store.get(key);
    return bytes == null ? Optional.empty() : Optional.of(codec.read(bytes));
  }

  @Override
  public SortedMap<String, V> range(String from, String to) {
    return memory.range(prefix, from, to, () -> Collections.unmodifiableSortedMap(read(from, to)));
  }

  private SortedMap<String, V> read(String from, String to) {
    SortedMap<String, V> found = new TreeMap<>();
    String end = prefix + to;
    try (KeyValueIterator<String, byte[]> values = store.range(prefix + from, end)) {
      while (values.hasNext()) {
        KeyValue<String, byte[]> next = values.next();
        if (!next.key.equals(end)) {
          found.put(next.key.substring(prefix.length()), codec.read(next.value));
        }
      }
    }
    return found;
  }
}
