package io.timeledger.runtime.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.timeledger.schemas.kafka.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class PositionedConsumerTest {
  private static final String TOPIC = Topic.EVENTS.topicName();
  private static final TopicPartition PARTITION = new TopicPartition(TOPIC, 0);

  private final PositionsInMemory tables = new PositionsInMemory();
  private final AtomicInteger consumers = new AtomicInteger();
  private final AtomicInteger preparations = new AtomicInteger();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final PositionedConsumerBuilder builder =
      PositionedConsumer.of("loop", List.of(Topic.EVENTS), this::consumer, tables)
          .prepare(preparations::incrementAndGet)
          .timings(LoopTimings.DEFAULT)
          .meters("test", Tags.of("loop", "a"));
  private PositionedConsumer loop = builder.build();

  @AfterEach
  void stop() {
    loop.stop();
  }

  @Test
  void isReadyOnceItHasAppliedWhatIsOnTheLog() {
    start(builder.build());

    await(loop::isReady);

    assertThat(tables.positions()).containsOnly(Map.entry(PARTITION, 3L));
    assertThat(preparations).hasValue(1);
    assertThat(meters.get("test.lag").tag("loop", "a").gauge().value()).isZero();
    assertThat(meters.get("test.age").timeGauge().value()).isZero();
  }

  @Test
  void beginsAgainFromTheStoredPositionAfterAFailure() {
    tables.fail(PARTITION, new IllegalStateException("no event"));
    start(builder.build());
    await(() -> consumers.get() > 1);
    assertThat(loop.isReady()).isFalse();
    assertThat(meters.get("test.age").timeGauge().value()).isPositive();

    tables.recover();
    await(loop::isReady);

    assertThat(tables.positions()).containsOnly(Map.entry(PARTITION, 3L));
    assertThat(meters.get("test.refused").functionCounter().count()).isPositive();
    assertThat(preparations).hasValue(consumers.get());
    assertThat(meters.get("test.age").timeGauge().value()).isZero();
  }

  @Test
  void readsNothingUntilThePreparationSucceeds() {
    AtomicInteger attempts = new AtomicInteger();
    start(
        builder
            .prepare(
                () -> {
                  if (attempts.incrementAndGet() < 3) {
                    throw new IllegalStateException("no database");
                  }
                })
            .build());

    await(loop::isReady);

    assertThat(attempts).hasValue(3);
    assertThat(consumers).hasValue(1);
    assertThat(meters.get("test.refused").functionCounter().count()).isZero();
  }

  @Test
  void readsNothingOfATopicWithAnotherNumberOfPartitions() {
    start(builder.partitions(2).build());

    await(() -> consumers.get() > 1);

    assertThat(tables.calls()).isEmpty();
    assertThat(loop.isReady()).isFalse();
  }

  @Test
  void endsWhenItIsStopped() {
    start(builder.build());
    await(loop::isReady);

    loop.stop();

    assertThat(loop.isRunning()).isFalse();
    assertThat(loop.isReady()).isFalse();
  }

  private void start(PositionedConsumer started) {
    loop = started;
    loop.bindTo(meters);
    loop.start();
  }

  /// A new one, which is assigned its partition at its first poll, with three records.
  private Consumer<String, byte[]> consumer() {
    consumers.incrementAndGet();
    MockConsumer<String, byte[]> consumer = new MockConsumer<>("none");
    consumer.updatePartitions(
        TOPIC, List.of(new PartitionInfo(TOPIC, 0, Node.noNode(), new Node[0], new Node[0])));
    consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
    consumer.updateEndOffsets(Map.of(PARTITION, 3L));
    consumer.schedulePollTask(
        () -> {
          consumer.rebalance(List.of(PARTITION));
          for (int offset = 0; offset < 3; offset++) {
            consumer.addRecord(new ConsumerRecord<>(TOPIC, 0, offset, "ws_1", new byte[0]));
          }
        });
    return consumer;
  }

  private static void await(BooleanSupplier condition) {
    Instant deadline = Instant.now().plus(Duration.ofSeconds(20));
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).as("deadline").isBefore(deadline);
      Thread.onSpinWait();
    }
  }
}
