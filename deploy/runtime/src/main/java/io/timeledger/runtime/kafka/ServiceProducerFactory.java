package io.timeledger.runtime.kafka;

import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.support.ProducerListener;

/// Gives spring-kafka's templates a producer of [KafkaClientFactory], shared by all threads.
public final class ServiceProducerFactory extends DefaultKafkaProducerFactory<String, byte[]> {
  private final Supplier<Producer<String, byte[]>> producers;

  /// @param closeLimit how long closing waits for records that are being sent
  public ServiceProducerFactory(Supplier<Producer<String, byte[]>> producers, Duration closeLimit) {
    super(Map.of());
    this.producers = producers;
    setPhysicalCloseTimeout(Math.toIntExact(closeLimit.toSeconds()));
  }

  /// A template that logs no failures: its callers do.
  public KafkaTemplate<String, byte[]> template() {
    KafkaTemplate<String, byte[]> template = new KafkaTemplate<>(this);
    template.setProducerListener(new ProducerListener<>() {});
    return template;
  }

  @Override
  protected Producer<String, byte[]> createKafkaProducer() {
    return producers.get();
  }
}
