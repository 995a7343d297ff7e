package io.timeledger.streams.ledger.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Comparator.comparingInt;

import io.timeledger.schemas.json.EventCodec;
import io.timeledger.schemas.json.ReplyCodec;
import io.timeledger.schemas.kafka.HeaderNames;
import io.timeledger.schemas.kafka.Topic;
import io.timeledger.streams.kafka.BatchConsumers;
import io.timeledger.streams.kafka.PartitionScan;
import io.timeledger.streams.kafka.SourceOffsets;
import io.timeledger.streams.kafka.StreamsGroup;
import io.timeledger.streams.platform.PlatformProperties;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;

/// Finds the ledger's position after Kafka lost its offsets: after the command of the newest
/// committed reply. Replies stay on their topic for an hour. If they are gone, falls back to the
/// replies that the ledger keeps for repeated commands, then to the newest event.
public final class OffsetsRecovery {
  private static final String HANDLED =
      StreamsGroup.LEDGER.applicationId() + "-" + LedgerStores.HANDLED + "-changelog";

  private final PlatformProperties platform;

  public OffsetsRecovery(PlatformProperties platform) {
    this.platform = platform;
  }

  /// The last decided command.
  ///
  /// @param appendedAt its time on the log: an id can recur after its reply has expired
  private record LastDecided(String commandId, long appendedAt) {

    boolean is(ConsumerRecord<String, byte[]> command) {
      Header id = command.headers().lastHeader(HeaderNames.COMMAND_ID);
      return command.timestamp() == appendedAt
          && id != null
          && commandId.equals(new String(id.value(), UTF_8));
    }
  }

  /// Commits an offset for each partition that lost its own, and no other. Requires every
  /// streams-processor to be stopped.
  ///
  /// @return the committed offsets; empty when nothing was lost
  public Map<TopicPartition, Long> run() {
    try (Admin admin = platform.kafkaClients().admin("timeledger-recovery");
        Consumer<String, byte[]> consumer =
            BatchConsumers.reader(platform.kafkaClients(), "timeledger-recovery")) {
      SourceOffsets offsets = new SourceOffsets(admin, StreamsGroup.LEDGER, platform.partitions());
      Map<TopicPartition, Long> found = new TreeMap<>(comparingInt(TopicPartition::partition));
      for (TopicPartition partition : offsets.lost()) {
        found.put(partition, afterLastDecided(consumer, partition));
      }
      if (!found.isEmpty()) {
        offsets.commit(found);
      }
      return found;
    }
  }

  private static long afterLastDecided(Consumer<String, byte[]> consumer, TopicPartition commands) {
    Optional<LastDecided> last =
        lastReply(consumer, commands.partition())
            .or(() -> lastKeptReply(consumer, commands.partition()))
            .or(() -> lastEvent(consumer, commands.partition()));
    long begin = consumer.beginningOffsets(List.of(commands)).getOrDefault(commands, 0L);
    if (last.isEmpty()) {
      return begin;
    }
    PartitionScan scan = PartitionScan.from(consumer, commands, begin);
    for (Optional<ConsumerRecord<String, byte[]>> next = scan.next();
        next.isPresent();
        next = scan.next()) {
      if (last.get().is(next.get())) {
        return next.get().offset() + 1;
      }
    }
    // Retention deleted it and everything before it.
    return begin;
  }

  /// A reply has the id and time of its command, even for an unreadable one.
  private static Optional<LastDecided> lastReply(Consumer<String, byte[]> consumer, int number) {
    return PartitionScan.last(consumer, new TopicPartition(Topic.REPLIES.topicName(), number))
        .map(
            reply ->
                new LastDecided(
                    new String(reply.headers().lastHeader(HeaderNames.COMMAND_ID).value(), UTF_8),
                    reply.timestamp()));
  }

  private static Optional<LastDecided> lastKeptReply(
      Consumer<String, byte[]> consumer, int number) {
    if (consumer.partitionsFor(HANDLED).isEmpty()) {
      return Optional.empty();
    }
    return PartitionScan.last(consumer, new TopicPartition(HANDLED, number))
        .map(kept -> new ReplyCodec().read(kept.value()))
        .map(reply -> new LastDecided(reply.commandId(), reply.decidedAt().toEpochMilli()));
  }

  private static Optional<LastDecided> lastEvent(Consumer<String, byte[]> consumer, int number) {
    return PartitionScan.last(consumer, new TopicPartition(Topic.EVENTS.topicName(), number))
        .map(logged -> new EventCodec().read(logged.value()))
        .map(event -> new LastDecided(event.commandId(), event.timestamp().toEpochMilli()));
  }
}
