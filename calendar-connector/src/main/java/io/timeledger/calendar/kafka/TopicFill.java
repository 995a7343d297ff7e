package io.timeledger.calendar.kafka;

import io.timeledger.calendar.intake.MemberKey;
import io.timeledger.calendar.postgres.CalendarTables;
import io.timeledger.calendar.postgres.RestoredRecord;
import io.timeledger.calendar.postgres.RestoredRecord.RestoredGrant;
import io.timeledger.calendar.postgres.RestoredRecord.RestoredMark;
import io.timeledger.runtime.kafka.BatchApplier;
import io.timeledger.runtime.kafka.CatchUp;
import io.timeledger.runtime.kafka.OffsetRange;
import io.timeledger.schemas.id.BlockId;
import io.timeledger.schemas.id.ConnectionId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.kafka.Topic;
import io.timeledger.schemas.kafka.TopicSerdes;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Restores what no provider gives back from its topic into an empty schema, before anything else
/// is applied. From then on the schema is authoritative and the topic follows it.
public final class TopicFill implements Runnable, BatchApplier {
  private static final Logger log = LoggerFactory.getLogger(TopicFill.class);

  private final Topic topic;
  private final Function<ConsumerRecord<String, byte[]>, RestoredRecord> parser;
  private final ConnectorKafkaClients clients;
  private final CalendarTables tables;

  private TopicFill(
      Topic topic,
      Function<ConsumerRecord<String, byte[]>, RestoredRecord> parser,
      ConnectorKafkaClients clients,
      CalendarTables tables) {
    this.topic = topic;
    this.parser = parser;
    this.clients = clients;
    this.tables = tables;
  }

  /// Of members' dismissals.
  public static TopicFill ofMarks(ConnectorKafkaClients clients, CalendarTables tables) {
    return new TopicFill(Topic.CALENDAR_MARKS, TopicFill::mark, clients, tables);
  }

  /// Of grants, so that nobody has to sign in again.
  public static TopicFill ofGrants(ConnectorKafkaClients clients, CalendarTables tables) {
    return new TopicFill(Topic.CONNECTION_TOKENS, TopicFill::grant, clients, tables);
  }

  @Override
  public void run() {
    if (tables.isFilled(topic.topicName())) {
      return;
    }
    AtomicLong count = new AtomicLong();
    try (CatchUp records =
        new CatchUp(clients.reader("fill-" + topic.topicName()), List.of(topic), this)) {
      records.toEnd(count::addAndGet);
    }
    tables.filled(topic.topicName());
    log.info("event=topic_restored topic={} records={}", topic.topicName(), count.get());
  }

  @Override
  public long position(TopicPartition partition) {
    return tables.position(partition.topic(), partition.partition());
  }

  @Override
  public boolean apply(List<OffsetRange> ranges, List<ConsumerRecord<String, byte[]>> records) {
    return tables.fill(ranges, topic.topicName(), records.stream().map(parser).toList());
  }

  private static RestoredRecord mark(ConsumerRecord<String, byte[]> source) {
    String[] key = source.key().split("/", -1);
    byte[] value = source.value();
    return new RestoredMark(
        new MemberKey(new WorkspaceId(key[0]), new UserId(key[1])),
        new BlockId(key[2]),
        value == null ? null : TopicSerdes.CALENDAR_MARKS.codec().read(value));
  }

  private static RestoredRecord grant(ConsumerRecord<String, byte[]> source) {
    byte[] value = source.value();
    return new RestoredGrant(
        new ConnectionId(source.key().substring(source.key().indexOf('/') + 1)),
        value == null ? null : TopicSerdes.CONNECTION_TOKENS.codec().read(value));
  }
}
