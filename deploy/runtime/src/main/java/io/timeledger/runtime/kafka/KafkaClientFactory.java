package io.timeledger.runtime.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.timeledger.schemas.kafka.Topic;
import io.timeledger.schemas.kafka.WorkspacePartitioner;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.jspecify.annotations.Nullable;

/// Creates all Kafka clients of a service, except those of Kafka Streams. All of them authenticate
/// as the service, consumers read committed records only and never commit, producers are ordered
/// and idempotent, and each client publishes Kafka's metrics until it is closed. Thread-safe.
public final class KafkaClientFactory {
  private final Map<String, Object> connection;
  private final @Nullable String instanceId;
  private final MeterRegistry registry;

  /// @param instanceId suffix of client ids, and id of group members; null for services without
  ///     group members
  public KafkaClientFactory(
      KafkaConnection connection, @Nullable String instanceId, MeterRegistry registry) {
    this.connection = Map.copyOf(connection.settings());
    this.instanceId = instanceId;
    this.registry = registry;
  }

  /// For one-off commands, whose metrics are not collected.
  public KafkaClientFactory(KafkaConnection connection, String instanceId) {
    this(connection, instanceId, new CompositeMeterRegistry());
  }

  public Admin admin(String name) {
    return Admin.create(common(name));
  }

  /// Asks where partitions end, without waiting for a fetch of any consumer.
  public LogEnds ends(String name) {
    return AdminLogEnds.of(admin(name));
  }

  /// Sends immediately with `acks=all`, and partitions records by workspace.
  ///
  /// @param requestTimeout also bounds how long a send waits for metadata
  /// @param deliveryTimeout after which a record has failed
  public Producer<String, byte[]> producer(
      String name, Duration requestTimeout, Duration deliveryTimeout) {
    Map<String, Object> config = common(name);
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, requestTimeout.toMillis());
    config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) requestTimeout.toMillis());
    config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) deliveryTimeout.toMillis());
    config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topic.MAX_RECORD_BYTES);
    config.put(ProducerConfig.PARTITIONER_CLASS_CONFIG, WorkspacePartitioner.class);
    return new MeteredProducer(config, registry);
  }

  /// Reads manually assigned partitions; it is a member of no group.
  ///
  /// @param reset where to begin without a position: `earliest` or `latest`
  /// @param settings in addition to the common ones
  public Consumer<String, byte[]> reader(String name, String reset, Map<String, Object> settings) {
    return new MeteredConsumer(consumer(name, reset, settings), registry);
  }

  /// A static group member whose positions are stored outside of Kafka.
  ///
  /// @param reset if a position is not on the log; `none` fails
  /// @param settings in addition to the common ones
  public Consumer<String, byte[]> member(
      String name, String group, String reset, Map<String, Object> settings) {
    if (instanceId == null) {
      throw new IllegalStateException("a member of " + group + " needs an instance id");
    }
    Map<String, Object> config = consumer(name, reset, settings);
    config.put(ConsumerConfig.GROUP_ID_CONFIG, group);
    config.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, group + "-" + instanceId);
    config.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 6_000);
    config.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 2_000);
    return new MeteredConsumer(config, registry);
  }

  Map<String, Object> consumer(String name, String reset, Map<String, Object> settings) {
    Map<String, Object> config = common(name);
    config.putAll(settings);
    config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, reset);
    return config;
  }

  private Map<String, Object> common(String name) {
    Map<String, Object> config = new HashMap<>(connection);
    config.put(
        CommonClientConfigs.CLIENT_ID_CONFIG, instanceId == null ? name : name + "-" + instanceId);
    config.put(CommonClientConfigs.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
    // Even an idle client finds a moved topic or broker within a minute.
    config.put(CommonClientConfigs.METADATA_MAX_AGE_CONFIG, 60_000);
    config.put("enable.metrics.push", false);
    return config;
  }
}
