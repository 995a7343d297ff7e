package io.timeledger.streams.projector.kafka;

import io.timeledger.runtime.kafka.BatchApplier;
import io.timeledger.runtime.kafka.OffsetRange;
import io.timeledger.schemas.json.MalformedException;
import io.timeledger.schemas.kafka.Topic;
import io.timeledger.schemas.kafka.TopicSerdes;
import io.timeledger.schemas.resource.ActivitySlot;
import io.timeledger.streams.projector.postgres.ActivityTables;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Applies activity slots. Logs and skips malformed records, because slots are independent.
public final class ActivityApplier implements BatchApplier {
  public static final Set<Topic> TOPICS = Set.of(Topic.ACTIVITIES);

  private static final Logger log = LoggerFactory.getLogger(ActivityApplier.class);

  private final ActivityTables tables;

  public ActivityApplier(ActivityTables tables) {
    this.tables = tables;
  }

  @Override
  public long position(TopicPartition partition) {
    return tables.position(partition.topic(), partition.partition());
  }

  @Override
  public boolean apply(List<OffsetRange> ranges, List<ConsumerRecord<String, byte[]>> records) {
    return tables.apply(ranges, records.stream().flatMap(ActivityApplier::slot).toList());
  }

  private static Stream<ActivitySlot> slot(ConsumerRecord<String, byte[]> record) {
    try {
      return record.value() == null
          ? Stream.of()
          : Stream.of(TopicSerdes.ACTIVITIES.codec().read(record.value()));
    } catch (MalformedException e) {
      log.error(
          "event=activity_malformed partition={} offset={}",
          record.partition(),
          record.offset(),
          e);
      return Stream.of();
    }
  }
}
