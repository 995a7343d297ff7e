package io.timeledger.ingest.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import io.timeledger.ingest.IngestProperties;
import io.timeledger.runtime.kafka.KafkaClientFactory;
import io.timeledger.runtime.kafka.ServiceProducerFactory;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.Producer;

/// Kafka clients with this service's settings.
final class IngestKafkaClients {
  /// First part of the names of clients and threads.
  static final String SERVICE = "ingest-api";

  /// Shorter than a client's wait for a response.
  private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(3);

  private static final Duration DELIVERY_TIMEOUT = Duration.ofSeconds(5);
  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(2);
  private final KafkaClientFactory clients;

  IngestKafkaClients(IngestProperties properties, MeterRegistry registry) {
    this.clients = new KafkaClientFactory(properties.kafka(), null, registry);
  }

  /// For spring-kafka's templates.
  ServiceProducerFactory producers(String name) {
    return new ServiceProducerFactory(() -> producer(name), CLOSE_LIMIT);
  }

  Producer<String, byte[]> producer(String name) {
    return clients.producer(SERVICE + "-" + name, REQUEST_TIMEOUT, DELIVERY_TIMEOUT);
  }

  /// Reads new records only, unless it seeks.
  Consumer<String, byte[]> consumer(String name) {
    return clients.reader(
        SERVICE + "-" + name,
        "latest",
        Map.of(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000));
  }
}
