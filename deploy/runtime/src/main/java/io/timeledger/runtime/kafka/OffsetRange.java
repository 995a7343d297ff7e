package io.timeledger.runtime.kafka;

import java.util.Comparator;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/// Consecutive offsets of a partition.
///
/// @param from the first
/// @param to one past the last
public record OffsetRange(String topic, int partition, long from, long to) {
  /// Lock order for position updates; prevents deadlock.
  static final Comparator<OffsetRange> ORDER =
      Comparator.comparing(OffsetRange::topic).thenComparing(OffsetRange::partition);

  /// Up to the last of the records, over gaps such as markers of transactions.
  static OffsetRange covering(
      TopicPartition partition, long from, List<ConsumerRecord<String, byte[]>> records) {
    return new OffsetRange(
        partition.topic(), partition.partition(), from, records.getLast().offset() + 1);
  }

  TopicPartition of() {
    return new TopicPartition(topic, partition);
  }
}
