package io.timeledger.streams.projector.kafka;

import io.timeledger.streams.projector.OffsetRange;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/// Applies records and stores its own position: offsets are never committed to Kafka.
public interface PartitionApplier {

  /// Called after partitions were assigned, before their positions are queried.
  default void begin() {}

  /// The next offset to apply.
  long position(TopicPartition partition);

  /// Applies all or nothing, in one transaction.
  ///
  /// @param ranges covered by the records, each from the position of its partition
  /// @param records in order per partition
  /// @return false if a position has changed, because another writer was faster or this one is
  ///     stale
  boolean apply(List<OffsetRange> ranges, List<ConsumerRecord<String, byte[]>> records);
}
