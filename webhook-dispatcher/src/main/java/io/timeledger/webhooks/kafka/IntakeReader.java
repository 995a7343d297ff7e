package io.timeledger.webhooks.kafka;

import io.timeledger.schemas.kafka.Topic;
import io.timeledger.webhooks.fanout.IntakeBatch;
import io.timeledger.webhooks.fanout.IntakeBatch.Advance;
import io.timeledger.webhooks.postgres.IntakeTables;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads from the stored positions and applies each poll before the next.
///
/// A command waits until all events and secrets that precede it on the log are applied, so that a
/// test right after the creation of its webhook finds it.
final class IntakeReader implements ConsumerRebalanceListener {
  static final List<Topic> TOPICS = List.of(Topic.EVENTS, Topic.SECRETS, Topic.WEBHOOK_COMMANDS);

  private static final Logger log = LoggerFactory.getLogger(IntakeReader.class);

  private final Consumer<String, byte[]> consumer;
  private final IntakeTables tables;
  private final InstantSource clock;
  private final AtomicLong poison;
  private final Map<TopicPartition, Long> positions = new HashMap<>();
  private final Map<TopicPartition, Long> ends = new HashMap<>();
  private boolean assigned;

  /// @param poison counts records that were kept aside because they cannot be read
  IntakeReader(
      Consumer<String, byte[]> consumer,
      IntakeTables tables,
      InstantSource clock,
      AtomicLong poison) {
    this.consumer = consumer;
    this.tables = tables;
    this.clock = clock;
    this.poison = poison;
    consumer.subscribe(TOPICS.stream().map(Topic::topicName).toList(), this);
  }

  /// @return whether something was applied
  boolean readOn(Duration patience) {
    ConsumerRecords<String, byte[]> polled = consumer.poll(patience);
    BatchBuilder batch = new BatchBuilder();
    for (TopicPartition partition : polled.partitions()) {
      List<ConsumerRecord<String, byte[]>> records = polled.records(partition);
      if (isCommands(partition) && !isCaughtUpFor(partition)) {
        consumer.seek(partition, records.getFirst().offset());
        continue;
      }
      records.forEach(batch::add);
      long from = positions.getOrDefault(partition, 0L);
      batch.advance(
          new Advance(
              partition.topic(), partition.partition(), from, records.getLast().offset() + 1));
    }
    return !batch.isEmpty() && apply(batch.build());
  }

  /// Whether all is applied that was on the log when its partitions were assigned.
  boolean isCaughtUp() {
    return assigned
        && ends.entrySet().stream()
            .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }

  /// The number of committed records left, by the last broker responses.
  long lag() {
    return positions.keySet().stream().mapToLong(it -> consumer.currentLag(it).orElse(0)).sum();
  }

  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
    int late = tables.takeUp(clock.instant());
    if (late > 0) {
      log.info("event=held_events_taken_up count={}", late);
    }
    for (TopicPartition partition : partitions) {
      reposition(partition);
    }
    ends.putAll(consumer.endOffsets(partitions));
    assigned = true;
  }

  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
    partitions.forEach(ends::remove);
    partitions.forEach(positions::remove);
  }

  private boolean apply(IntakeBatch batch) {
    if (tables.apply(batch, clock.instant())) {
      poison.addAndGet(batch.poisons().size());
      batch
          .advances()
          .forEach(it -> positions.put(new TopicPartition(it.topic(), it.partition()), it.to()));
      return true;
    }
    for (Advance advance : batch.advances()) {
      reposition(new TopicPartition(advance.topic(), advance.partition()));
    }
    return false;
  }

  private void reposition(TopicPartition partition) {
    long position = tables.position(partition.topic(), partition.partition());
    positions.put(partition, position);
    consumer.seek(partition, position);
  }

  private boolean isCaughtUpFor(TopicPartition commands) {
    Set<TopicPartition> before =
        Set.of(
            new TopicPartition(Topic.EVENTS.topicName(), commands.partition()),
            new TopicPartition(Topic.SECRETS.topicName(), commands.partition()));
    return consumer.endOffsets(before).entrySet().stream()
        .allMatch(
            end ->
                !positions.containsKey(end.getKey())
                    || consumer.position(end.getKey()) >= end.getValue());
  }

  private static boolean isCommands(TopicPartition partition) {
    return partition.topic().equals(Topic.WEBHOOK_COMMANDS.topicName());
  }
}
