package io.timeledger.streams.projector.kafka;

import io.timeledger.streams.projector.OffsetRange;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/// Applies records, and knows by itself how far it came: offsets are never committed to Kafka.
public interface PartitionApplier {

  /// Told that partitions were assigned, before it is asked for their positions.
  default void begin() {}

  /// The next offset to apply.
  long position(TopicPartition partition);

  /// Applies all or nothing, in one transaction.
  ///
  /// @param stretches that the records fill, each from the position of its partition
  /// @param records those of a partition in their order
  /// @return false when a position is another: somebody else was faster, or slower
  boolean apply(List<OffsetRange> stretches, List<ConsumerRecord<String, byte[]>> records);
}
