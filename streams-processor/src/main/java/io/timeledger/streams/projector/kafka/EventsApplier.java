package io.timeledger.streams.projector.kafka;

import io.timeledger.streams.projector.EventBatch;
import io.timeledger.streams.projector.LoggedEvent;
import io.timeledger.streams.projector.Stretch;
import io.timeledger.streams.projector.postgres.ProjectionWriter;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/// Applies events to a projection. An event that cannot be read stops its partition: what is
/// derived from the rest would be wrong.
public final class EventsApplier implements PartitionApplier {
  private final ProjectionWriter projection;

  public EventsApplier(ProjectionWriter projection) {
    this.projection = projection;
  }

  @Override
  public long position(TopicPartition partition) {
    return projection.position(partition.partition());
  }

  @Override
  public boolean apply(List<Stretch> stretches, List<ConsumerRecord<String, byte[]>> records) {
    EventBatch batch =
        EventBatch.of(records.stream().map(record -> LoggedEvent.read(record.value())).toList());
    return projection.apply(stretches, batch);
  }
}
