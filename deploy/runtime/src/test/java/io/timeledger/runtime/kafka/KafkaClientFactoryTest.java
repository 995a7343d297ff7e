package io.timeledger.runtime.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.Producer;
import org.junit.jupiter.api.Test;

/// What can be said of clients before they reach a broker.
class KafkaClientFactoryTest {
  private static final KafkaConnection NOWHERE = KafkaConnection.to("127.0.0.1:9");
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final KafkaClientFactory clients = new KafkaClientFactory(NOWHERE, "a", registry);

  @Test
  void publishesMetricsOfAConsumerUntilItIsClosed() {
    try (Consumer<String, byte[]> consumer = clients.reader("reader", "earliest", Map.of())) {
      assertThat(clientIds()).containsExactly("reader-a");

      consumer.close(CloseOptions.timeout(Duration.ZERO));

      assertThat(clientIds()).isEmpty();
    }
  }

  @Test
  void publishesMetricsOfAProducerUntilItIsClosed() {
    Duration second = Duration.ofSeconds(1);
    try (Producer<String, byte[]> producer = clients.producer("sender", second, second)) {
      assertThat(clientIds()).containsExactly("sender-a");

      producer.close(Duration.ZERO);

      assertThat(clientIds()).isEmpty();
    }
  }

  @Test
  void namesMembersAfterTheirInstance() {
    try (Consumer<String, byte[]> member = clients.member("m", "group", "none", Map.of())) {
      assertThat(member.groupMetadata().groupInstanceId()).contains("group-a");
      member.close(CloseOptions.timeout(Duration.ZERO));
    }
    KafkaClientFactory nameless = new KafkaClientFactory(NOWHERE, null, registry);

    assertThatIllegalStateException()
        .isThrownBy(() -> nameless.member("m", "group", "none", Map.of()))
        .withMessageContaining("instance id");
  }

  @Test
  void letsNoCallerTakeAwayWhatEveryConsumerKeeps() {
    Map<String, Object> loose =
        Map.of(
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            true,
            ConsumerConfig.ISOLATION_LEVEL_CONFIG,
            "read_uncommitted");

    Map<String, Object> config = clients.consumer("reader", "latest", loose);

    assertThat(config)
        .containsEntry(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false)
        .containsEntry(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
  }

  private Set<String> clientIds() {
    List<Meter> meters = registry.getMeters();
    return meters.stream()
        .map(meter -> meter.getId().getTag("client.id"))
        .filter(id -> id != null)
        .collect(Collectors.toSet());
  }
}
