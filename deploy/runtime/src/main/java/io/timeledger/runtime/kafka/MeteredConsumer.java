package io.timeledger.runtime.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/// Publishes Kafka's metrics until it is closed. Closes without waiting for its fetch, which waits
/// for records: it has no offset to commit, and no group to leave.
final class MeteredConsumer extends KafkaConsumer<String, byte[]> {
  private final KafkaClientMetrics metrics;

  MeteredConsumer(Map<String, Object> config, MeterRegistry registry) {
    super(config, new StringDeserializer(), new ByteArrayDeserializer());
    metrics = new KafkaClientMetrics(this);
    metrics.bindTo(registry);
  }

  @Override
  public void close() {
    close(CloseOptions.timeout(Duration.ZERO));
  }

  @Override
  public void close(CloseOptions option) {
    metrics.close();
    super.close(option.withTimeout(Duration.ZERO));
  }
}
