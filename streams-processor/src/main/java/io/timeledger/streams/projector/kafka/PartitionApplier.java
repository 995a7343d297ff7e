package io.timeledger.streams.projector.kafka;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/// Applies records, and knows by itself how far it came: offsets are never committed to Kafka.
public interface PartitionApplier {

  /// The next offset to apply.
  long position(TopicPartition partition);

  /// Applies all or nothing.
  ///
  /// @param expected the position that the records start from
  /// @return false when the position is another: somebody else was faster, or slower
  boolean apply(
      TopicPartition partition, long expected, List<ConsumerRecord<String, byte[]>> records);
}
