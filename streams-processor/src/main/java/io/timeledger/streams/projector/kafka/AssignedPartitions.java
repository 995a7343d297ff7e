package io.timeledger.streams.projector.kafka;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The partitions that a loop reads, with the end of each at its assignment.
final class AssignedPartitions implements ConsumerRebalanceListener {
  private static final Logger log = LoggerFactory.getLogger(AssignedPartitions.class);

  private final String loop;
  private final Consumer<String, byte[]> consumer;
  private final PositionedReader reader;
  private final Map<TopicPartition, Long> ends = new HashMap<>();
  private boolean assigned;

  AssignedPartitions(String loop, Consumer<String, byte[]> consumer, PositionedReader reader) {
    this.loop = loop;
    this.consumer = consumer;
    this.reader = reader;
  }

  /// Whether all records are read that were committed when the partitions were assigned.
  boolean isCaughtUp() {
    return assigned
        && ends.entrySet().stream()
            .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }

  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
    reader.take(partitions);
    ends.putAll(consumer.endOffsets(partitions));
    assigned = true;
    log.info("event=partitions_assigned loop={} count={}", loop, partitions.size());
  }

  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
    reader.leave(partitions);
    partitions.forEach(ends::remove);
  }
}
