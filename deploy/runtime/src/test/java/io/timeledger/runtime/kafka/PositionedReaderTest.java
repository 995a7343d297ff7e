package io.timeledger.runtime.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.timeledger.schemas.kafka.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PositionedReaderTest {
  private static final TopicPartition SOUND = partition(Topic.EVENTS, 0);
  private static final TopicPartition POISONED = partition(Topic.EVENTS, 1);
  private static final TopicPartition COMMANDS = partition(Topic.WEBHOOK_COMMANDS, 0);
  private static final TopicPartition POISONED_COMMANDS = partition(Topic.WEBHOOK_COMMANDS, 1);

  private final MockConsumer<String, byte[]> consumer = new MockConsumer<>("none");
  private final PositionsInMemory tables = new PositionsInMemory();
  private final TopicOrder order = new TopicOrder();
  private final WaitingRecords waiting = new WaitingRecords();
  private final PositionedReader reader =
      new PositionedReader("test", consumer, LogEnds.by(consumer), tables, order, waiting);

  @BeforeEach
  void assign() {
    List<TopicPartition> all = List.of(SOUND, POISONED, COMMANDS, POISONED_COMMANDS);
    consumer.assign(all);
    all.forEach(
        partition -> {
          consumer.updateBeginningOffsets(Map.of(partition, 0L));
          consumer.updateEndOffsets(Map.of(partition, 0L));
        });
    reader.onPartitionsAssigned(all);
    for (int offset = 0; offset < 3; offset++) {
      add(SOUND, offset);
      add(POISONED, offset);
    }
  }

  @Test
  void appliesWhatCameAtOnceAtOnce() {
    assertThat(reader.readOn(Duration.ZERO)).isEqualTo(6);
    assertThat(waiting.age(Instant.MAX)).isZero();

    assertThat(tables.calls()).hasSize(1);
    assertThat(tables.positions()).containsOnly(Map.entry(SOUND, 3L), Map.entry(POISONED, 3L));
  }

  @Test
  void isCaughtUpOnceItHasAppliedWhatWasThereWhenItBegan() {
    consumer.updateEndOffsets(Map.of(SOUND, 3L, POISONED, 4L));
    reader.onPartitionsAssigned(List.of(SOUND, POISONED));

    assertThat(reader.isCaughtUp()).isFalse();
    reader.readOn(Duration.ZERO);
    assertThat(reader.isCaughtUp()).isFalse();
    add(POISONED, 3);
    reader.readOn(Duration.ZERO);
    assertThat(reader.isCaughtUp()).isTrue();
  }

  @Test
  void isNotCaughtUpBeforeItHasPartitions() {
    assertThat(
            new PositionedReader("test", consumer, LogEnds.by(consumer), tables, order, waiting)
                .isCaughtUp())
        .isFalse();
  }

  @Test
  void goesOnWithTheOthersWhenOneCannotBeApplied() {
    tables.fail(POISONED, new IllegalStateException("no event"));

    assertThatThrownBy(() -> reader.readOn(Duration.ZERO)).hasMessage("no event");

    assertThat(tables.positions()).containsOnly(Map.entry(SOUND, 3L));
    // MockConsumer stamps records with -1 unless told otherwise
    assertThat(waiting.age(Instant.ofEpochMilli(-1).plusSeconds(7))).hasSeconds(7);
  }

  @Test
  void asksADatabaseThatIsAwayNoMore() {
    tables.fail(POISONED, new DataAccessException("away"));

    assertThatThrownBy(() -> reader.readOn(Duration.ZERO)).hasMessage("away");

    assertThat(tables.calls()).hasSize(1);
    assertThat(tables.positions()).isEmpty();
  }

  @Test
  void readsAnewWhatSomebodyElseApplied() {
    tables.moveTo(SOUND, 2);

    assertThat(reader.readOn(Duration.ZERO)).isZero();

    assertThat(consumer.position(SOUND)).isEqualTo(2);
    assertThat(consumer.position(POISONED)).isZero();
  }

  @Test
  void holdsATopicBackUntilWhatPrecedesItIsApplied() {
    order.put(Topic.WEBHOOK_COMMANDS, Set.of(Topic.EVENTS, Topic.SECRETS));
    consumer.updateEndOffsets(Map.of(SOUND, 4L, POISONED, 3L, partition(Topic.SECRETS, 0), 9L));
    consumer.updateEndOffsets(Map.of(partition(Topic.SECRETS, 1), 9L)); // another member reads it
    add(COMMANDS, 0);
    add(POISONED_COMMANDS, 0);

    assertThat(reader.readOn(Duration.ZERO)).isEqualTo(7);
    assertThat(tables.positions())
        .containsOnly(
            Map.entry(SOUND, 3L), Map.entry(POISONED, 3L), Map.entry(POISONED_COMMANDS, 1L));

    add(SOUND, 3);
    add(COMMANDS, 0); // MockConsumer gives each record once
    assertThat(reader.readOn(Duration.ZERO)).isEqualTo(2);
    assertThat(tables.positions()).containsEntry(SOUND, 4L).containsEntry(COMMANDS, 1L);
  }

  @Test
  void appliesNothingOfAPartitionNumberWhenWhatPrecedesItFails() {
    order.put(Topic.WEBHOOK_COMMANDS, Set.of(Topic.EVENTS));
    tables.fail(POISONED, new IllegalStateException("no event"));
    consumer.updateEndOffsets(Map.of(SOUND, 3L, POISONED, 3L));
    add(COMMANDS, 0);
    add(POISONED_COMMANDS, 0);

    assertThatThrownBy(() -> reader.readOn(Duration.ZERO)).hasMessage("no event");

    assertThat(tables.positions()).containsOnly(Map.entry(SOUND, 3L), Map.entry(COMMANDS, 1L));
  }

  @Test
  void forgetsPartitionsThatWereTaken() {
    reader.readOn(Duration.ZERO);
    tables.moveTo(SOUND, 9);

    reader.onPartitionsRevoked(List.of(SOUND));
    reader.onPartitionsAssigned(List.of(SOUND));

    assertThat(consumer.position(SOUND)).isEqualTo(9);
  }

  private void add(TopicPartition partition, long offset) {
    consumer.addRecord(
        new ConsumerRecord<>(
            partition.topic(), partition.partition(), offset, "ws_1", new byte[0]));
  }

  private static TopicPartition partition(Topic topic, int number) {
    return new TopicPartition(topic.topicName(), number);
  }
}
