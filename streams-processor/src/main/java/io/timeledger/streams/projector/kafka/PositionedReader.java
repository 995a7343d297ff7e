package io.timeledger.streams.projector.kafka;

import io.timeledger.streams.projector.OffsetRange;
import io.timeledger.streams.projector.postgres.SqlErrors;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads partitions from their applier's position, and applies each poll in one transaction, since
/// a transaction costs more than its records. Single-threaded.
final class PositionedReader {
  private static final Logger log = LoggerFactory.getLogger(PositionedReader.class);

  /// Lock order for position updates; prevents deadlock.
  private static final Comparator<TopicPartition> ORDER =
      Comparator.comparing(TopicPartition::topic).thenComparing(TopicPartition::partition);

  private final Consumer<String, byte[]> consumer;
  private final PartitionApplier applier;
  private final WaitingRecords waiting;
  private final Map<TopicPartition, Long> positions = new HashMap<>();

  PositionedReader(
      Consumer<String, byte[]> consumer, PartitionApplier applier, WaitingRecords waiting) {
    this.consumer = consumer;
    this.applier = applier;
    this.waiting = waiting;
  }

  /// Starts with newly assigned partitions.
  void take(Collection<TopicPartition> partitions) {
    applier.begin();
    partitions.forEach(this::seek);
  }

  void leave(Collection<TopicPartition> partitions) {
    partitions.forEach(positions::remove);
    waiting.leave(partitions);
  }

  /// @return the number of records applied
  int readOn(Duration patience) {
    ConsumerRecords<String, byte[]> read = consumer.poll(patience);
    List<TopicPartition> partitions = read.partitions().stream().sorted(ORDER).toList();
    if (partitions.isEmpty()) {
      return 0;
    }
    partitions.forEach(p -> waiting.read(p, read.records(p).getFirst().timestamp()));
    try {
      return apply(partitions, read);
    } catch (RuntimeException e) {
      if (partitions.size() > 1 && !SqlErrors.isBehind(e)) {
        applyEach(partitions, read);
      }
      throw e;
    }
  }

  /// The number of committed records left, by the last broker responses.
  long lag() {
    return positions.keySet().stream().mapToLong(p -> consumer.currentLag(p).orElse(0)).sum();
  }

  private int apply(List<TopicPartition> partitions, ConsumerRecords<String, byte[]> read) {
    List<OffsetRange> ranges = new ArrayList<>();
    List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
    for (TopicPartition partition : partitions) {
      List<ConsumerRecord<String, byte[]>> those = read.records(partition);
      ranges.add(
          new OffsetRange(
              partition.topic(),
              partition.partition(),
              positions.getOrDefault(partition, 0L),
              those.getLast().offset() + 1));
      records.addAll(those);
    }
    if (applier.apply(ranges, records)) {
      ranges.forEach(it -> positions.put(new TopicPartition(it.topic(), it.partition()), it.to()));
      for (TopicPartition partition : partitions) {
        waiting.applied(
            partition,
            read.records(partition).getLast().timestamp(),
            consumer.currentLag(partition).orElse(0) > 0);
      }
      return records.size();
    }
    partitions.forEach(this::seek);
    log.info("event=position_reread partitions={}", partitions);
    return 0;
  }

  // A partition that cannot be applied must not block the others.
  private void applyEach(List<TopicPartition> partitions, ConsumerRecords<String, byte[]> read) {
    for (TopicPartition partition : partitions) {
      try {
        var _ = apply(List.of(partition), read);
      } catch (RuntimeException e) {
        log.error("event=partition_stuck partition={}", partition, e);
      }
    }
  }

  private void seek(TopicPartition partition) {
    long position = applier.position(partition);
    positions.put(partition, position);
    consumer.seek(partition, position);
  }
}
