package io.timeledger.runtime.kafka;

import java.util.Collection;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/// Asks the brokers where partitions end.
public interface LogEnds extends AutoCloseable {
  /// One past the last committed record of each partition.
  ///
  /// @throws KafkaException if the brokers do not respond in time
  Map<TopicPartition, Long> of(Collection<TopicPartition> partitions);

  @Override
  default void close() {}

  /// Over the connections of a consumer, so the answer comes after a fetch that waits for records.
  ///
  /// @param consumer not closed with this
  static LogEnds by(Consumer<?, ?> consumer) {
    return consumer::endOffsets;
  }
}
