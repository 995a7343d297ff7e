package io.timeledger.bench.reply;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.TopicPartition;

/// Topics of requests and of their replies; each way to send has its own, so that it reads no
/// replies to the other.
record TopicPair(String requests, String replies) {
  static final int PARTITIONS = 4;

  static TopicPair of(String name) {
    return new TopicPair("bench.%s.requests".formatted(name), "bench.%s.replies".formatted(name));
  }

  Stream<NewTopic> declarations() {
    return Stream.of(requests, replies).map(name -> new NewTopic(name, PARTITIONS, (short) 1));
  }

  static List<TopicPartition> partitionsOf(String topic) {
    return IntStream.range(0, PARTITIONS).mapToObj(p -> new TopicPartition(topic, p)).toList();
  }
}
