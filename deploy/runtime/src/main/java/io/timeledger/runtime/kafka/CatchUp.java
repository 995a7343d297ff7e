package io.timeledger.runtime.kafka;

import io.timeledger.schemas.kafka.Topic;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/// Applies whole topics up to their end, outside any group. Single-threaded.
public final class CatchUp implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(200);

  private final Consumer<String, byte[]> consumer;
  private final PositionedReader reader;
  private final List<TopicPartition> partitions;

  /// @param consumer a member of no group; closed with this
  public CatchUp(
      Consumer<String, byte[]> consumer, Collection<Topic> topics, BatchApplier applier) {
    this.consumer = consumer;
    this.reader =
        new PositionedReader(
            "catch-up",
            consumer,
            LogEnds.by(consumer),
            applier,
            new TopicOrder(),
            new WaitingRecords());
    this.partitions =
        topics.stream()
            .flatMap(topic -> consumer.partitionsFor(topic.topicName()).stream())
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    consumer.assign(partitions);
    reader.take(partitions);
  }

  /// The approximate number of records left.
  public long remaining() {
    return ends().entrySet().stream()
        .mapToLong(end -> Math.max(0, end.getValue() - consumer.position(end.getKey())))
        .sum();
  }

  /// Applies everything that is committed at this moment, and perhaps more.
  ///
  /// @param progress receives the number of records just applied
  public void toEnd(IntConsumer progress) {
    Map<TopicPartition, Long> ends = ends();
    while (ends.entrySet().stream()
        .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
      progress.accept(reader.readOn(POLL));
    }
  }

  @Override
  public void close() {
    consumer.close();
  }

  private Map<TopicPartition, Long> ends() {
    return consumer.endOffsets(partitions);
  }
}
