package io.timeledger.runtime.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads assigned partitions from their applier's positions, and applies each poll in one
/// transaction, since a transaction costs more than its records. Single-threaded.
final class PositionedReader implements ConsumerRebalanceListener {
  private static final Logger log = LoggerFactory.getLogger(PositionedReader.class);

  private final String name;
  private final Consumer<String, byte[]> consumer;
  private final LogEnds logEnds;
  private final BatchApplier applier;
  private final TopicOrder order;
  private final WaitingRecords waiting;
  private final Map<TopicPartition, Long> positions = new HashMap<>();
  private final Map<TopicPartition, Long> ends = new HashMap<>();
  private boolean assigned;

  /// @param name of the loop, in log lines
  PositionedReader(
      String name,
      Consumer<String, byte[]> consumer,
      LogEnds logEnds,
      BatchApplier applier,
      TopicOrder order,
      WaitingRecords waiting) {
    this.name = name;
    this.consumer = consumer;
    this.logEnds = logEnds;
    this.applier = applier;
    this.order = order;
    this.waiting = waiting;
  }

  /// Starts with newly assigned partitions.
  void take(Collection<TopicPartition> partitions) {
    applier.begin();
    partitions.forEach(this::seek);
    ends.putAll(logEnds.of(partitions));
    assigned = true;
  }

  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
    take(partitions);
    log.info("event=partitions_assigned loop={} count={}", name, partitions.size());
  }

  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
    partitions.forEach(positions::remove);
    partitions.forEach(ends::remove);
    waiting.leave(partitions);
  }

  /// Whether all is applied that was committed when the partitions were assigned.
  boolean isCaughtUp() {
    return assigned && isAppliedUpTo(ends);
  }

  /// The number of committed records left, by the last broker responses.
  long lag() {
    return positions.keySet().stream().mapToLong(p -> consumer.currentLag(p).orElse(0)).sum();
  }

  /// @return the number of records applied
  int readOn(Duration patience) {
    ConsumerRecords<String, byte[]> read = consumer.poll(patience);
    List<TopicPartition> partitions = new ArrayList<>();
    for (TopicPartition partition : read.partitions()) {
      ConsumerRecord<String, byte[]> first = read.records(partition).getFirst();
      waiting.read(partition, first.timestamp());
      if (isTurnOf(partition)) {
        partitions.add(partition);
      } else {
        consumer.seek(partition, first.offset());
      }
    }
    if (partitions.isEmpty()) {
      return 0;
    }
    try {
      return apply(partitions, read);
    } catch (RuntimeException e) {
      if (!SqlErrors.isBehind(e)) {
        applyApart(partitions, read);
      }
      throw e;
    }
  }

  /// Of partitions that another member of the group reads, nothing is known here, and nothing
  /// awaited.
  private boolean isTurnOf(TopicPartition partition) {
    Set<TopicPartition> before = order.before(partition);
    return before.isEmpty() || isAppliedUpTo(logEnds.of(before));
  }

  private boolean isAppliedUpTo(Map<TopicPartition, Long> offsets) {
    return offsets.entrySet().stream()
        .allMatch(
            offset ->
                !positions.containsKey(offset.getKey())
                    || consumer.position(offset.getKey()) >= offset.getValue());
  }

  private int apply(List<TopicPartition> partitions, ConsumerRecords<String, byte[]> read) {
    List<OffsetRange> ranges = new ArrayList<>();
    List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
    for (TopicPartition partition : partitions) {
      List<ConsumerRecord<String, byte[]>> those = read.records(partition);
      ranges.add(OffsetRange.covering(partition, positions.getOrDefault(partition, 0L), those));
      records.addAll(those);
    }
    if (applier.apply(ranges, records)) {
      ranges.forEach(range -> positions.put(range.of(), range.to()));
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
  private void applyApart(List<TopicPartition> partitions, ConsumerRecords<String, byte[]> read) {
    Collection<List<TopicPartition>> parts = order.independent(partitions);
    if (parts.size() < 2) {
      return;
    }
    for (List<TopicPartition> part : parts) {
      try {
        var _ = apply(part, read);
      } catch (RuntimeException e) {
        log.error("event=partition_stuck partition={}", names(part), e);
      }
    }
  }

  private static String names(List<TopicPartition> partitions) {
    return partitions.stream().map(TopicPartition::toString).collect(Collectors.joining(","));
  }

  private void seek(TopicPartition partition) {
    long position = applier.position(partition);
    positions.put(partition, position);
    consumer.seek(partition, position);
  }
}
