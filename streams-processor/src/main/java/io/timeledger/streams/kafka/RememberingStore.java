package io.timeledger.streams.kafka;

import io.timeledger.schemas.json.Codec;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/// A Streams store of values in their JSON form that has those at hand that were used last, as
/// objects: what is changed again and again is not parsed again and again. It holds because a store
/// has one writer; whoever opens the store anew, as a task does that lost what it did not commit,
/// begins with nothing remembered. One thread.
public final class RememberingStore<V> {
  private static final int MOST = 5_000;

  private final KeyValueStore<String, byte[]> store;
  private final Codec<V> codec;
  private final Map<String, Optional<V>> known = new LeastRecent<>(MOST);

  public RememberingStore(KeyValueStore<String, byte[]> store, Codec<V> codec) {
    this.store = store;
    this.codec = codec;
  }

  public Optional<V> get(String key) {
    Optional<V> value = known.get(key);
    if (value == null) {
      value = Optional.ofNullable(store.get(key)).map(codec::read);
      known.put(key, value);
    }
    return value;
  }

  /// @param value null removes it
  /// @return its JSON form; null of null
  public byte @Nullable [] put(String key, @Nullable V value) {
    byte[] bytes = value == null ? null : codec.write(value);
    store.put(key, bytes);
    known.put(key, Optional.ofNullable(value));
    return bytes;
  }
}
