package io.timeledger.streams.projector.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.timeledger.streams.projector.OffsetRange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PositionedReaderTest {
  private static final String TOPIC = "time.events.v1";
  private static final TopicPartition SOUND = new TopicPartition(TOPIC, 0);
  private static final TopicPartition POISONED = new TopicPartition(TOPIC, 1);

  private final MockConsumer<String, byte[]> consumer = new MockConsumer<>("none");
  private final Tables tables = new Tables();
  private final WaitingRecords waiting = new WaitingRecords();
  private final PositionedReader reader = new PositionedReader(consumer, tables, waiting);

  @BeforeEach
  void assign() {
    List<TopicPartition> both = List.of(SOUND, POISONED);
    consumer.assign(both);
    consumer.updateBeginningOffsets(Map.of(SOUND, 0L, POISONED, 0L));
    reader.take(both);
    for (int offset = 0; offset < 3; offset++) {
      consumer.addRecord(new ConsumerRecord<>(TOPIC, 0, offset, "ws_0", new byte[0]));
      consumer.addRecord(new ConsumerRecord<>(TOPIC, 1, offset, "ws_1", new byte[0]));
    }
  }

  @Test
  void appliesWhatCameAtOnceAtOnce() {
    assertThat(reader.readOn(Duration.ZERO)).isEqualTo(6);
    assertThat(waiting.age(Instant.MAX)).isZero();

    assertThat(tables.calls).hasSize(1);
    assertThat(tables.positions).containsOnly(Map.entry(SOUND, 3L), Map.entry(POISONED, 3L));
  }

  @Test
  void goesOnWithTheOthersWhenOneCannotBeApplied() {
    tables.failure = new IllegalStateException("no event");

    assertThatThrownBy(() -> reader.readOn(Duration.ZERO)).isSameAs(tables.failure);

    assertThat(tables.positions).containsOnly(Map.entry(SOUND, 3L));
    // MockConsumer stamps records with -1 unless told otherwise
    assertThat(waiting.age(Instant.ofEpochMilli(-1).plusSeconds(7))).hasSeconds(7);
  }

  @Test
  void asksADatabaseThatIsAwayNoMore() {
    tables.failure = new DataAccessException("away");

    assertThatThrownBy(() -> reader.readOn(Duration.ZERO)).isSameAs(tables.failure);

    assertThat(tables.calls).hasSize(1);
    assertThat(tables.positions).isEmpty();
  }

  @Test
  void readsAnewWhatSomebodyElseApplied() {
    tables.positions.put(SOUND, 2L);

    assertThat(reader.readOn(Duration.ZERO)).isZero();

    assertThat(consumer.position(SOUND)).isEqualTo(2);
    assertThat(consumer.position(POISONED)).isZero();
  }

  /// Fails when it is given anything of [#POISONED], if there is a failure.
  private static final class Tables implements PartitionApplier {
    private final Map<TopicPartition, Long> positions = new HashMap<>();
    private final List<List<OffsetRange>> calls = new ArrayList<>();
    private @Nullable RuntimeException failure;

    @Override
    public long position(TopicPartition partition) {
      return positions.getOrDefault(partition, 0L);
    }

    @Override
    public boolean apply(List<OffsetRange> ranges, List<ConsumerRecord<String, byte[]>> records) {
      calls.add(ranges);
      if (failure != null && ranges.stream().anyMatch(it -> it.partition() == 1)) {
        throw failure;
      }
      if (ranges.stream().anyMatch(it -> it.from() != position(partition(it)))) {
        return false;
      }
      ranges.forEach(it -> positions.put(partition(it), it.to()));
      return true;
    }

    private static TopicPartition partition(OffsetRange range) {
      return new TopicPartition(range.topic(), range.partition());
    }
  }
}
