package io.timeledger.streams.projector.kafka;

import static java.util.stream.Collectors.toCollection;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.timeledger.runtime.kafka.BatchApplier;
import io.timeledger.runtime.kafka.OffsetRange;
import io.timeledger.schemas.event.EventEnvelope;
import io.timeledger.schemas.json.LoggedEvent;
import io.timeledger.streams.projector.EventBatch;
import io.timeledger.streams.projector.postgres.ProjectionWriter;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Applies events to a projection. For an event of a newer release it writes only the row; a
/// release that knows the event applies it when it is assigned partitions. A malformed event stops
/// its partition, because all data derived after it would be wrong.
public final class EventsApplier implements BatchApplier, MeterBinder {
  private static final Logger log = LoggerFactory.getLogger(EventsApplier.class);

  private final ProjectionWriter projection;
  private final AtomicLong unknown = new AtomicLong();

  public EventsApplier(ProjectionWriter projection) {
    this.projection = projection;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    FunctionCounter.builder("timeledger.projector.unknown", unknown, AtomicLong::get)
        .description("Events of a newer release: rows without what follows from them")
        .register(registry);
  }

  @Override
  public void begin() {
    int workspaces = projection.takeUp();
    if (workspaces > 0) {
      log.info("event=unknown_events_taken_up workspaces={}", workspaces);
    }
  }

  @Override
  public long position(TopicPartition partition) {
    return projection.position(partition.partition());
  }

  @Override
  public boolean apply(List<OffsetRange> ranges, List<ConsumerRecord<String, byte[]>> records) {
    EventBatch batch =
        EventBatch.of(records.stream().map(record -> LoggedEvent.read(record.value())).toList());
    boolean applied = projection.apply(ranges, batch);
    if (applied && !batch.unknown().isEmpty()) {
      tell(batch.unknown());
    }
    return applied;
  }

  private void tell(List<EventEnvelope> events) {
    unknown.addAndGet(events.size());
    log.warn(
        "event=events_unknown count={} types={} remedy=\"a newer release writes them: upgrade\"",
        events.size(),
        events.stream().map(EventEnvelope::type).collect(toCollection(TreeSet::new)));
  }
}
