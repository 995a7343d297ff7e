package io.timeledger.streams.kafka;

import static io.timeledger.streams.kafka.KafkaFutures.await;
import static java.util.Comparator.comparingInt;
import static java.util.stream.Collectors.toMap;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/// The committed offsets of a Streams application. Its source has no reset policy: Kafka expires
/// the offsets of a group that is idle for `offsets.retention.minutes`, and folding a log from its
/// beginning onto full stores would count everything twice.
public final class SourceOffsets {
  private final Admin admin;
  private final StreamsGroup group;
  private final List<TopicPartition> partitions;

  public SourceOffsets(Admin admin, StreamsGroup group, int sharedPartitions) {
    this.admin = admin;
    this.group = group;
    this.partitions =
        IntStream.range(0, group.source().partitions(sharedPartitions))
            .mapToObj(number -> new TopicPartition(group.source().topicName(), number))
            .toList();
  }

  /// Commits the beginning of each partition that was never read. A partition with state was read:
  /// it stays without an offset, so that [#check] fails. Unreadable records leave no state: a
  /// partition with nothing else is read again.
  public void commitFirst() {
    Map<TopicPartition, Long> first = new HashMap<>();
    Set<Integer> withState = partitionsWithState();
    offsets()
        .forEach(
            (partition, offset) -> {
              if (offset.committed() == null
                  && (offset.isEmptyLog() || !withState.contains(partition.partition()))) {
                first.put(partition, offset.begin());
              }
            });
    if (!first.isEmpty()) {
      commit(first);
    }
  }

  /// @throws IllegalStateException naming the partitions with a lost position, and the remedy
  public void check() {
    Set<TopicPartition> lost = lost();
    if (!lost.isEmpty()) {
      throw new IllegalStateException(
          "group %s has no valid committed offset for %s. %s"
              .formatted(group.applicationId(), lost, remedy()));
    }
  }

  /// The partitions in which the group cannot continue: no offset is committed, or retention
  /// deleted the records there.
  public Set<TopicPartition> lost() {
    Set<TopicPartition> lost = new TreeSet<>(comparingInt(TopicPartition::partition));
    offsets()
        .forEach(
            (partition, offset) -> {
              if (offset.isLost()) {
                lost.add(partition);
              }
            });
    return lost;
  }

  /// The application must not be running.
  public void commit(Map<TopicPartition, Long> offsets) {
    await(
        admin
            .alterConsumerGroupOffsets(
                group.applicationId(),
                offsets.entrySet().stream()
                    .collect(toMap(Map.Entry::getKey, at -> new OffsetAndMetadata(at.getValue()))))
            .all());
  }

  /// Resets the source to its beginning: for an application whose state was deleted.
  public void rewind() {
    Map<TopicPartition, Long> begin = new HashMap<>();
    offsets().forEach((partition, offset) -> begin.put(partition, offset.begin()));
    commit(begin);
  }

  private String remedy() {
    return switch (group) {
      case LEDGER ->
          "Stop every streams-processor and run `streams-processor recover-offsets`: it finds the"
              + " last decided command of each partition.";
      case VIEWS ->
          "Stop every streams-processor and run `streams-processor reset-views`: rollups and"
              + " timesheets are folded from the events again.";
    };
  }

  private Map<TopicPartition, SourceOffset> offsets() {
    Map<TopicPartition, Long> begins = offsets(partitions, OffsetSpec.earliest());
    Map<TopicPartition, Long> ends = offsets(partitions, OffsetSpec.latest());
    Map<TopicPartition, OffsetAndMetadata> committed =
        await(
            admin
                .listConsumerGroupOffsets(group.applicationId())
                .partitionsToOffsetAndMetadata(group.applicationId()));
    Map<TopicPartition, SourceOffset> offsets = new HashMap<>();
    for (TopicPartition partition : partitions) {
      OffsetAndMetadata position = committed.get(partition);
      offsets.put(
          partition,
          new SourceOffset(
              Objects.requireNonNull(begins.get(partition)),
              Objects.requireNonNull(ends.get(partition)),
              position == null ? null : position.offset()));
    }
    return offsets;
  }

  /// The changelogs of a task have its partition number.
  private Set<Integer> partitionsWithState() {
    List<String> changelogs =
        await(admin.listTopics().names()).stream().filter(group::isChangelog).toList();
    List<TopicPartition> all =
        await(admin.describeTopics(changelogs).allTopicNames()).values().stream()
            .flatMap(
                topic ->
                    topic.partitions().stream()
                        .map(info -> new TopicPartition(topic.name(), info.partition())))
            .toList();
    Set<Integer> withState = new TreeSet<>();
    offsets(all, OffsetSpec.latest())
        .forEach(
            (partition, end) -> {
              if (end > 0) {
                withState.add(partition.partition());
              }
            });
    return withState;
  }

  private Map<TopicPartition, Long> offsets(List<TopicPartition> of, OffsetSpec spec) {
    return await(
            admin.listOffsets(of.stream().collect(toMap(Function.identity(), _ -> spec))).all())
        .entrySet()
        .stream()
        .collect(toMap(Map.Entry::getKey, SourceOffsets::offset));
  }

  private static long offset(Map.Entry<TopicPartition, ListOffsetsResultInfo> entry) {
    return entry.getValue().offset();
  }
}
