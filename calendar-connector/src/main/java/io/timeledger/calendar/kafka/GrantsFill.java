package io.timeledger.calendar.kafka;

import io.timeledger.calendar.postgres.CalendarTables;
import io.timeledger.calendar.postgres.CalendarTables.GrantChange;
import io.timeledger.runtime.kafka.BatchApplier;
import io.timeledger.runtime.kafka.CatchUp;
import io.timeledger.runtime.kafka.OffsetRange;
import io.timeledger.schemas.id.ConnectionId;
import io.timeledger.schemas.kafka.Topic;
import io.timeledger.schemas.kafka.TopicSerdes;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Restores grants from their topic into an empty schema, before any event is applied, so that
/// nobody has to sign in again. From then on the schema is authoritative and the topic follows it.
public final class GrantsFill implements Runnable {
  private static final Logger log = LoggerFactory.getLogger(GrantsFill.class);
  private static final String TOPIC = Topic.CONNECTION_TOKENS.topicName();

  private final ConnectorKafkaClients clients;
  private final CalendarTables tables;

  public GrantsFill(ConnectorKafkaClients clients, CalendarTables tables) {
    this.clients = clients;
    this.tables = tables;
  }

  @Override
  public void run() {
    if (tables.isFilled(TOPIC)) {
      return;
    }
    AtomicLong count = new AtomicLong();
    try (CatchUp grants =
        new CatchUp(
            clients.reader("grants"), List.of(Topic.CONNECTION_TOKENS), new GrantApplier())) {
      grants.toEnd(count::addAndGet);
    }
    tables.filled(TOPIC);
    log.info("event=grants_filled records={}", count.get());
  }

  private final class GrantApplier implements BatchApplier {

    @Override
    public long position(TopicPartition partition) {
      return tables.position(partition.topic(), partition.partition());
    }

    @Override
    public boolean apply(List<OffsetRange> ranges, List<ConsumerRecord<String, byte[]>> records) {
      return tables.fillGrants(ranges, TOPIC, records.stream().map(GrantApplier::change).toList());
    }

    private static GrantChange change(ConsumerRecord<String, byte[]> source) {
      byte[] value = source.value();
      return new GrantChange(
          new ConnectionId(source.key().substring(source.key().indexOf('/') + 1)),
          value == null ? null : TopicSerdes.CONNECTION_TOKENS.codec().read(value));
    }
  }
}
