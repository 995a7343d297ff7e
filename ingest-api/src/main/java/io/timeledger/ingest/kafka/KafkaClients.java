package io.timeledger.ingest.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import io.timeledger.ingest.IngestProperties;
import io.timeledger.schemas.kafka.Topic;
import io.timeledger.schemas.kafka.WorkspacePartitioner;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.stereotype.Component;

/// Clients with the settings that this service needs.
@Component
final class KafkaClients {
  private static final String CLIENT_ID_PREFIX = "ingest-api-";
  private final Map<String, Object> connection;
  private final MeterRegistry registry;

  KafkaClients(IngestProperties properties, MeterRegistry registry) {
    this.connection = Map.copyOf(properties.kafka().settings());
    this.registry = registry;
  }

  /// Sends at once, in order, without duplicates, and gives up after 5 s.
  KafkaProducer<String, byte[]> producer(String name) {
    Map<String, Object> config = common(name);
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 3_000);
    config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 3_000);
    config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 5_000);
    config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topic.MAX_RECORD_BYTES);
    config.put(ProducerConfig.PARTITIONER_CLASS_CONFIG, WorkspacePartitioner.class);
    KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
    new KafkaClientMetrics(producer).bindTo(registry);
    return producer;
  }

  /// Sees committed records only, belongs to no group and commits nothing.
  KafkaConsumer<String, byte[]> consumer(String name) {
    Map<String, Object> config = common(name);
    config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
    config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    config.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000);
    return new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
  }

  /// Kafka's own figures of a client, published until they are closed.
  KafkaClientMetrics metrics(KafkaConsumer<?, ?> consumer) {
    KafkaClientMetrics metrics = new KafkaClientMetrics(consumer);
    metrics.bindTo(registry);
    return metrics;
  }

  private Map<String, Object> common(String name) {
    Map<String, Object> config = new HashMap<>(connection);
    config.put(CommonClientConfigs.CLIENT_ID_CONFIG, CLIENT_ID_PREFIX + name);
    config.put(CommonClientConfigs.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
    config.put(CommonClientConfigs.METADATA_MAX_AGE_CONFIG, 60_000);
    config.put("enable.metrics.push", false);
    return config;
  }
}
