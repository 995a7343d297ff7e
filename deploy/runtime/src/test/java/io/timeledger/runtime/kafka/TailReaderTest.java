package io.timeledger.runtime.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.runtime.kafka.TailReader.Start;
import io.timeledger.schemas.kafka.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class TailReaderTest {
  private static final String TOPIC = Topic.TOKENS.topicName();
  private static final TopicPartition PARTITION = new TopicPartition(TOPIC, 0);

  private final AtomicInteger consumers = new AtomicInteger();
  private final Queue<Long> read = new ConcurrentLinkedQueue<>();
  private final AtomicInteger caughtUp = new AtomicInteger();
  private boolean firstFails;

  @Test
  void readsAllThatIsThereAndHasThenCaughtUp() {
    TailReader reader = started(Start.BEGINNING, 1);

    await(() -> read.size() == 5);

    assertThat(reader.isCaughtUp()).isTrue();
    assertThat(caughtUp).hasValue(1);
    assertThat(read).containsExactly(0L, 1L, 2L, 3L, 4L);
    stop(reader);
  }

  @Test
  void readsOnlyWhatComesWhenItBeginsAtTheEnd() {
    TailReader reader = started(Start.END, 1);

    await(() -> read.size() == 2);

    assertThat(reader.isCaughtUp()).isTrue();
    assertThat(read).containsExactly(3L, 4L);
    stop(reader);
  }

  @Test
  void beginsAgainWhenTheLogFails() {
    firstFails = true;
    TailReader reader = started(Start.BEGINNING, 1);

    await(() -> read.size() == 5);

    assertThat(consumers).hasValue(2);
    stop(reader);
  }

  @Test
  void readsNothingOfATopicWithAnotherNumberOfPartitions() {
    TailReader reader = started(Start.BEGINNING, 2);

    await(() -> consumers.get() == 2);

    assertThat(read).isEmpty();
    assertThat(reader.isCaughtUp()).isFalse();
    stop(reader);
  }

  private TailReader started(Start start, int partitions) {
    TailReader reader = new Offsets(partitions, start);
    reader.start();
    return reader;
  }

  private static void stop(TailReader reader) {
    reader.stop();
    assertThat(reader.isRunning()).isFalse();
  }

  /// With offsets 0 to 2 when it is created; 3 and 4 follow.
  private Consumer<String, byte[]> consumer() {
    MockConsumer<String, byte[]> consumer = new MockConsumer<>("none");
    consumer.updatePartitions(
        TOPIC, List.of(new PartitionInfo(TOPIC, 0, Node.noNode(), new Node[0], new Node[0])));
    consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
    consumer.updateEndOffsets(Map.of(PARTITION, 3L));
    if (consumers.incrementAndGet() == 1 && firstFails) {
      consumer.setPollException(new KafkaException("away"));
    }
    consumer.schedulePollTask(() -> add(consumer, 0, 1, 2));
    consumer.schedulePollTask(() -> add(consumer, 3, 4));
    return consumer;
  }

  private static void add(MockConsumer<String, byte[]> consumer, long... offsets) {
    for (long offset : offsets) {
      consumer.addRecord(new ConsumerRecord<>(TOPIC, 0, offset, "key", new byte[0]));
    }
  }

  private static void await(BooleanSupplier condition) {
    Instant deadline = Instant.now().plus(Duration.ofSeconds(20));
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).as("deadline").isBefore(deadline);
      Thread.onSpinWait();
    }
  }

  private final class Offsets extends TailReader {
    Offsets(int partitions, Start start) {
      super(
          "test",
          "offsets",
          TailReaderTest.this::consumer,
          List.of(Topic.TOKENS),
          partitions,
          start);
    }

    @Override
    protected void read(Iterable<ConsumerRecord<String, byte[]>> records) {
      records.forEach(record -> read.add(record.offset()));
    }

    @Override
    protected void caughtUp(int count) {
      caughtUp.incrementAndGet();
    }
  }
}
