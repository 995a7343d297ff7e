package io.timeledger.streams.ledger.kafka;

import static io.timeledger.streams.ledger.kafka.LedgerStores.ENTRIES;
import static io.timeledger.streams.ledger.kafka.LedgerStores.HANDLED;
import static io.timeledger.streams.ledger.kafka.LedgerStores.INDEX;
import static io.timeledger.streams.ledger.kafka.LedgerStores.WORKSPACE;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.timeledger.runtime.Tracing;
import io.timeledger.schemas.kafka.Topic;
import io.timeledger.streams.kafka.ByWorkspace;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/// Commands in; events, replies and private records out, each on its workspace's partition number.
/// Works on bytes, so that even an unreadable command gets a reply.
final class LedgerTopology {
  static final String EVENTS_SINK = "events-sink";
  static final String REPLIES_SINK = "replies-sink";
  static final String TOKENS_SINK = "tokens-sink";
  static final String SECRETS_SINK = "secrets-sink";
  static final String MEMBERS_SINK = "members-sink";
  static final String REQUEST_INFO_SINK = "request-info-sink";
  static final String COMMANDS_SINK = "commands-sink";
  static final String DLQ_SINK = "dlq-sink";

  private static final String SOURCE = "commands-source";
  private static final String LEDGER = "ledger";
  private static final Duration SEGMENT = Duration.ofDays(1);
  private static final Map<String, String> LARGE_RECORDS =
      Map.of(
          TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(Topic.MAX_RECORD_BYTES + 65_536));

  private LedgerTopology() {}

  static Topology build(Tracing tracing, MeterRegistry registry) {
    Counter poison =
        Counter.builder("timeledger.ledger.poison")
            .description("Commands that could not be decided and were dead-lettered")
            .register(registry);
    ProcessorSupplier<String, byte[], String, byte[]> ledger =
        () -> new LedgerProcessor(tracing, poison);
    Topology topology =
        new Topology()
            // without committed offsets, the log must not be read again from its beginning
            .addSource(
                AutoOffsetReset.none(),
                SOURCE,
                new StringDeserializer(),
                new ByteArrayDeserializer(),
                Topic.COMMANDS.topicName())
            .addProcessor(LEDGER, ledger, SOURCE)
            .addStateStore(keyValues(ENTRIES), LEDGER)
            .addStateStore(keyValues(INDEX), LEDGER)
            // the head and day sums change with every entry: the cache writes them once per commit
            .addStateStore(keyValues(WORKSPACE).withCachingEnabled(), LEDGER)
            .addStateStore(
                Stores.windowStoreBuilder(
                        Stores.persistentWindowStore(
                            HANDLED, HandledCommands.RETENTION, SEGMENT, false),
                        Serdes.String(),
                        Serdes.ByteArray())
                    .withLoggingEnabled(LARGE_RECORDS),
                LEDGER);
    sink(topology, EVENTS_SINK, Topic.EVENTS);
    sink(topology, REPLIES_SINK, Topic.REPLIES);
    sink(topology, TOKENS_SINK, Topic.TOKENS);
    sink(topology, SECRETS_SINK, Topic.SECRETS);
    sink(topology, MEMBERS_SINK, Topic.MEMBERS);
    sink(topology, REQUEST_INFO_SINK, Topic.REQUEST_INFO);
    sink(topology, COMMANDS_SINK, Topic.COMMANDS);
    return topology.addSink(
        DLQ_SINK,
        Topic.LEDGER_DLQ.topicName(),
        new StringSerializer(),
        new ByteArraySerializer(),
        LEDGER);
  }

  private static void sink(Topology topology, String name, Topic topic) {
    topology.addSink(
        name,
        topic.topicName(),
        new StringSerializer(),
        new ByteArraySerializer(),
        new ByWorkspace<byte[]>(),
        LEDGER);
  }

  private static StoreBuilder<KeyValueStore<String, byte[]>> keyValues(String name) {
    return Stores.keyValueStoreBuilder(
            Stores.persistentKeyValueStore(name), Serdes.String(), Serdes.ByteArray())
        .withLoggingEnabled(LARGE_RECORDS);
  }
}
