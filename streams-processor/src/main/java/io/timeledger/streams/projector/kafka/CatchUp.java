package io.timeledger.streams.projector.kafka;

import io.timeledger.schemas.kafka.Topic;
import io.timeledger.streams.kafka.BatchConsumers;
import io.timeledger.streams.platform.PlatformProperties;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/// Applies whole topics up to their end, outside any group.
public final class CatchUp implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(200);

  private final Consumer<String, byte[]> consumer;
  private final PositionedReader reader;
  private final List<TopicPartition> partitions;

  public CatchUp(PlatformProperties platform, Collection<Topic> topics, PartitionApplier applier) {
    this.consumer =
        BatchConsumers.reader(platform.kafkaClients(), "timeledger-catch-up-" + topics.hashCode());
    this.reader = new PositionedReader(consumer, applier, new WaitingRecords());
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
