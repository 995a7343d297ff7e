package io.timeledger.runtime.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/// Publishes Kafka's metrics until it is closed.
final class MeteredProducer extends KafkaProducer<String, byte[]> {
  private final KafkaClientMetrics metrics;

  MeteredProducer(Map<String, Object> config, MeterRegistry registry) {
    super(config, new StringSerializer(), new ByteArraySerializer());
    metrics = new KafkaClientMetrics(this);
    metrics.bindTo(registry);
  }

  @Override
  public void close() {
    metrics.close();
    super.close();
  }

  @Override
  public void close(Duration timeout) {
    metrics.close();
    super.close(timeout);
  }
}
