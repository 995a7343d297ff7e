package io.timeledger.streams.views.kafka;

import io.timeledger.schemas.json.LoggedEvent;
import io.timeledger.schemas.kafka.Topic;
import io.timeledger.streams.kafka.ByWorkspace;
import java.util.Map;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.Stores;

/// Events in, rollups and timesheets out, each on its workspace's partition number.
final class ViewsTopology {
  static final String ROLLUPS_STORE = "rollups";
  static final String TIMESHEETS_STORE = "timesheets";
  static final String HELD_STORE = "held-events";
  static final String ROLLUPS_SINK = "rollups-sink";
  static final String TIMESHEETS_SINK = "timesheets-sink";

  private static final String SOURCE = "events-source";
  private static final String FOLD = "fold";

  private ViewsTopology() {}

  static Topology build() {
    ProcessorSupplier<String, LoggedEvent, String, byte[]> fold = ViewsFold::new;
    return new Topology()
        // without committed offsets, the log must not be folded onto full stores
        .addSource(
            AutoOffsetReset.none(),
            SOURCE,
            new StringDeserializer(),
            (topic, bytes) -> LoggedEvent.read(bytes),
            Topic.EVENTS.topicName())
        .addProcessor(FOLD, fold, SOURCE)
        .addStateStore(
            Stores.keyValueStoreBuilder(
                    Stores.persistentKeyValueStore(ROLLUPS_STORE),
                    Serdes.String(),
                    Serdes.ByteArray())
                .withCachingEnabled()
                .withLoggingEnabled(Map.of()),
            FOLD)
        .addStateStore(
            Stores.keyValueStoreBuilder(
                    Stores.persistentKeyValueStore(TIMESHEETS_STORE),
                    Serdes.String(),
                    Serdes.ByteArray())
                .withCachingEnabled()
                .withLoggingEnabled(Map.of()),
            FOLD)
        .addStateStore(
            // Empty except between two releases.
            Stores.keyValueStoreBuilder(
                    Stores.inMemoryKeyValueStore(HELD_STORE), Serdes.String(), Serdes.ByteArray())
                .withLoggingEnabled(Map.of()),
            FOLD)
        .addSink(
            ROLLUPS_SINK,
            Topic.ROLLUPS.topicName(),
            new StringSerializer(),
            new ByteArraySerializer(),
            new ByWorkspace<>(),
            FOLD)
        .addSink(
            TIMESHEETS_SINK,
            Topic.TIMESHEETS.topicName(),
            new StringSerializer(),
            new ByteArraySerializer(),
            new ByWorkspace<>(),
            FOLD);
  }
}
