package io.timeledger.webhooks.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import io.timeledger.runtime.KafkaConnection;
import io.timeledger.schemas.kafka.Topic;
import io.timeledger.schemas.kafka.WorkspacePartitioner;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.RangeAssignor;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/// Clients with the settings that this service needs.
public final class KafkaClients {
  private static final String GROUP = "timeledger-webhooks";
  private static final int MAX_RECORDS = 500;

  private final Map<String, Object> connection;
  private final String instanceId;
  private final MeterRegistry registry;

  public KafkaClients(KafkaConnection kafka, String instanceId, MeterRegistry registry) {
    this.connection = Map.copyOf(kafka.settings());
    this.instanceId = instanceId;
    this.registry = registry;
  }

  /// Sees committed records only. Partitions of one number go to one member, whatever the topic:
  /// what one workspace is told of is read by one. Positions are not Kafka's to keep.
  Consumer<String, byte[]> consumer() {
    Map<String, Object> config = common("intake");
    config.put(ConsumerConfig.GROUP_ID_CONFIG, GROUP);
    config.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, GROUP + "-" + instanceId);
    config.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, RangeAssignor.class.getName());
    config.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 6000);
    config.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 2000);
    config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    // Commands and secrets lose their oldest records: a stored position may be gone.
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MAX_RECORDS);
    config.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 100);
    return new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
  }

  /// Sends in order, without duplicates, and gives up after 10 s.
  Producer<String, byte[]> producer() {
    Map<String, Object> config = common("outbox");
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000);
    config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
    config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 10_000);
    config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topic.MAX_RECORD_BYTES);
    config.put(ProducerConfig.PARTITIONER_CLASS_CONFIG, WorkspacePartitioner.class);
    return new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
  }

  /// Kafka's own figures of a client, published until they are closed.
  KafkaClientMetrics metrics(Consumer<?, ?> consumer) {
    KafkaClientMetrics metrics = new KafkaClientMetrics(consumer);
    metrics.bindTo(registry);
    return metrics;
  }

  /// As for a consumer.
  KafkaClientMetrics metrics(Producer<?, ?> producer) {
    KafkaClientMetrics metrics = new KafkaClientMetrics(producer);
    metrics.bindTo(registry);
    return metrics;
  }

  private Map<String, Object> common(String name) {
    Map<String, Object> config = new HashMap<>(connection);
    config.put(
        CommonClientConfigs.CLIENT_ID_CONFIG, "webhook-dispatcher-" + name + "-" + instanceId);
    config.put(CommonClientConfigs.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
    config.put("enable.metrics.push", false);
    return config;
  }
}
