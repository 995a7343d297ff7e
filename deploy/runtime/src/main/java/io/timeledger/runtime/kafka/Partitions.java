package io.timeledger.runtime.kafka;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;

/// Finds the partitions of topics.
final class Partitions {
  private Partitions() {}

  /// @throws KafkaException if a topic does not exist, or has another number of partitions
  static List<TopicPartition> of(
      Consumer<?, ?> consumer, Collection<String> topics, int expectedPerTopic) {
    List<TopicPartition> all = new ArrayList<>();
    for (String topic : topics) {
      List<PartitionInfo> infos = consumer.partitionsFor(topic);
      int found = infos == null ? 0 : infos.size();
      if (found != expectedPerTopic) {
        throw new KafkaException(
            "topic %s: %d partitions (expected: %d)".formatted(topic, found, expectedPerTopic));
      }
      infos.forEach(info -> all.add(new TopicPartition(topic, info.partition())));
    }
    return all;
  }
}
