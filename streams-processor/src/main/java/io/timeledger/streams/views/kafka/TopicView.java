package io.timeledger.streams.views.kafka;

import io.timeledger.runtime.LruMap;
import io.timeledger.schemas.json.Codec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/// One view of a partition: its values in a Streams store, and on a public topic as of the last
/// [#publish]. Caches recently used values as objects, to avoid parsing hot values again and again.
/// That is valid because a store has one writer, and a new owner, such as a task that lost
/// uncommitted data, starts with an empty cache. Single-threaded.
final class TopicView<V> {
  /// Per partition, so a dozen times as many in a process that has all of them.
  private static final int MOST_AT_HAND = 1_000;

  private final ProcessorContext<String, byte[]> context;
  private final KeyValueStore<String, byte[]> store;
  private final Codec<V> codec;
  private final String sink;
  private final UnpublishedKeys unpublishedKeys;
  private final Map<String, Optional<V>> atHand = new LruMap<>(MOST_AT_HAND);

  TopicView(ProcessorContext<String, byte[]> context, String store, Codec<V> codec, String sink) {
    this.context = context;
    this.store = context.getStateStore(store);
    this.codec = codec;
    this.sink = sink;
    unpublishedKeys = new UnpublishedKeys(this.store);
  }

  Optional<V> get(String key) {
    Optional<V> value = atHand.get(key);
    if (value == null) {
      value = Optional.ofNullable(store.get(key)).map(codec::read);
      atHand.put(key, value);
    }
    return value;
  }

  /// @param value null removes it
  @SuppressWarnings("NullAway") // Kafka's stores are not marked, and null removes
  void put(String key, @Nullable V value) {
    store.put(key, value == null ? null : codec.write(value));
    atHand.put(key, Optional.ofNullable(value));
    unpublishedKeys.add(key);
    if (unpublishedKeys.isFull()) {
      var _ = publish();
    }
  }

  /// Forwards what changed since the last time, each key once; deleted ones as tombstones.
  ///
  /// @return whether anything changed
  @SuppressWarnings("NullAway") // Kafka's records are not marked, and null is a tombstone
  boolean publish() {
    // Before the first event there is no stream time: it is -1 then.
    long newest = Math.max(0, context.currentStreamTimeMs());
    List<String> changed = unpublishedKeys.takeAll();
    for (String key : changed) {
      context.forward(new Record<>(key, store.get(key), newest), sink);
    }
    return !changed.isEmpty();
  }
}
