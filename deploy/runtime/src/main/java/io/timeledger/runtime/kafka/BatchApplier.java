package io.timeledger.runtime.kafka;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/// Applies records and stores its own positions, usually in a [PositionStore]: offsets are never
/// committed to Kafka.
public interface BatchApplier {

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
