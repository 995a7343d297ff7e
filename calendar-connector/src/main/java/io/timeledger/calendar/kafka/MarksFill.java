package io.timeledger.calendar.kafka;

import io.timeledger.calendar.intake.MemberKey;
import io.timeledger.calendar.postgres.CalendarTables;
import io.timeledger.calendar.postgres.CalendarTables.MarkChange;
import io.timeledger.runtime.kafka.BatchApplier;
import io.timeledger.runtime.kafka.CatchUp;
import io.timeledger.runtime.kafka.OffsetRange;
import io.timeledger.schemas.id.BlockId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.kafka.Topic;
import io.timeledger.schemas.kafka.TopicSerdes;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Restores dismissals from their topic into an empty schema, before any command is applied. From
/// then on the schema is authoritative and the topic follows it.
public final class MarksFill implements Runnable {
  private static final Logger log = LoggerFactory.getLogger(MarksFill.class);
  private static final String TOPIC = Topic.CALENDAR_MARKS.topicName();

  private final ConnectorKafkaClients clients;
  private final CalendarTables tables;

  public MarksFill(ConnectorKafkaClients clients, CalendarTables tables) {
    this.clients = clients;
    this.tables = tables;
  }

  @Override
  public void run() {
    if (tables.isFilled(TOPIC)) {
      return;
    }
    AtomicLong count = new AtomicLong();
    try (CatchUp marks =
        new CatchUp(clients.reader("marks"), List.of(Topic.CALENDAR_MARKS), new MarkApplier())) {
      marks.toEnd(count::addAndGet);
    }
    tables.filled(TOPIC);
    log.info("event=marks_filled records={}", count.get());
  }

  private final class MarkApplier implements BatchApplier {

    @Override
    public long position(TopicPartition partition) {
      return tables.position(partition.topic(), partition.partition());
    }

    @Override
    public boolean apply(List<OffsetRange> ranges, List<ConsumerRecord<String, byte[]>> records) {
      return tables.fill(ranges, TOPIC, records.stream().map(MarkApplier::change).toList());
    }

    private static MarkChange change(ConsumerRecord<String, byte[]> source) {
      String[] key = source.key().split("/", -1);
      byte[] value = source.value();
      return new MarkChange(
          new MemberKey(new WorkspaceId(key[0]), new UserId(key[1])),
          new BlockId(key[2]),
          value == null ? null : TopicSerdes.CALENDAR_MARKS.codec().read(value));
    }
  }
}
