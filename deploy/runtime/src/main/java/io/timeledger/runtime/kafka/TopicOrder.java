package io.timeledger.runtime.kafka;

import io.timeledger.schemas.kafka.Topic;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;

/// Topics whose records wait until all that precedes them in other topics is applied. Only equal
/// partition numbers are compared, which is where all records of a workspace are.
final class TopicOrder {
  private final Map<String, Set<String>> before = new HashMap<>();

  void put(Topic topic, Collection<Topic> earlier) {
    before.put(
        topic.topicName(),
        earlier.stream().map(Topic::topicName).collect(Collectors.toUnmodifiableSet()));
  }

  /// Partitions that must be applied up to their end before records of this one.
  Set<TopicPartition> before(TopicPartition partition) {
    return before.getOrDefault(partition.topic(), Set.of()).stream()
        .map(topic -> new TopicPartition(topic, partition.partition()))
        .collect(Collectors.toUnmodifiableSet());
  }

  /// Splits partitions into those whose failure must not stop the others.
  Collection<List<TopicPartition>> independent(List<TopicPartition> partitions) {
    return before.isEmpty()
        ? partitions.stream().map(List::of).toList()
        : partitions.stream()
            .collect(
                Collectors.groupingBy(TopicPartition::partition, TreeMap::new, Collectors.toList()))
            .values();
  }
}
