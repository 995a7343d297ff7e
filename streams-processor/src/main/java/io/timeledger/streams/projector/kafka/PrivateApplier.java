package io.timeledger.streams.projector.kafka;

import io.timeledger.runtime.kafka.BatchApplier;
import io.timeledger.runtime.kafka.OffsetRange;
import io.timeledger.schemas.kafka.Topic;
import io.timeledger.streams.projector.PrivateBatch;
import io.timeledger.streams.projector.postgres.PrivateTables;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/// Applies members' profiles, request origins, token usage and replies.
public final class PrivateApplier implements BatchApplier {
  /// Readers wait for these: few records, about people.
  static final Set<Topic> NAMES = Set.of(Topic.MEMBERS);

  /// By-products of commands: as many records as commands.
  static final Set<Topic> TRACES = Set.of(Topic.REQUEST_INFO, Topic.TOKEN_USAGE, Topic.REPLIES);

  public static final Set<Topic> TOPICS = union(NAMES, TRACES);

  private static final String MEMBERS = Topic.MEMBERS.topicName();
  private static final String REQUEST_INFO = Topic.REQUEST_INFO.topicName();
  private static final String TOKEN_USAGE = Topic.TOKEN_USAGE.topicName();

  private final PrivateTables tables;

  public PrivateApplier(PrivateTables tables) {
    this.tables = tables;
  }

  @Override
  public long position(TopicPartition partition) {
    return tables.position(partition.topic(), partition.partition());
  }

  @Override
  public boolean apply(List<OffsetRange> ranges, List<ConsumerRecord<String, byte[]>> records) {
    PrivateBatch batch = new PrivateBatch();
    records.forEach(record -> add(batch, record));
    return tables.apply(ranges, batch);
  }

  private static Set<Topic> union(Set<Topic> some, Set<Topic> others) {
    return Stream.concat(some.stream(), others.stream()).collect(Collectors.toUnmodifiableSet());
  }

  private static void add(PrivateBatch batch, ConsumerRecord<String, byte[]> record) {
    if (record.topic().equals(MEMBERS)) {
      int slash = record.key().indexOf('/');
      batch.addProfile(
          record.key().substring(0, slash), record.key().substring(slash + 1), record.value());
    } else if (record.topic().equals(REQUEST_INFO)) {
      batch.addOrigin(Instant.ofEpochMilli(record.timestamp()), record.value());
    } else if (record.topic().equals(TOKEN_USAGE)) {
      batch.addUse(record.key(), record.value());
    } else {
      batch.addReply(record.value());
    }
  }
}
