package io.timeledger.calendar.kafka;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.timeledger.calendar.intake.TakenRecord;
import io.timeledger.calendar.intake.TakenRecord.TakenEvent;
import io.timeledger.calendar.postgres.CalendarTables;
import io.timeledger.runtime.kafka.BatchApplier;
import io.timeledger.runtime.kafka.OffsetRange;
import io.timeledger.schemas.event.Event;
import io.timeledger.schemas.event.EventType;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/// Applies batches from the log and signals that there may be work.
public final class CalendarApplier implements BatchApplier, MeterBinder {
  private final CalendarTables tables;
  private final Runnable applied;
  private final Runnable ended;
  private final AtomicLong poison = new AtomicLong();

  /// @param applied called after each batch
  /// @param ended called after a batch that ended connections, whose grants and channels are then
  ///     to be given back
  public CalendarApplier(CalendarTables tables, Runnable applied, Runnable ended) {
    this.tables = tables;
    this.applied = applied;
    this.ended = ended;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    FunctionCounter.builder("timeledger.calendar.poison", poison, AtomicLong::get)
        .description("Records that could not be parsed and were set aside")
        .register(registry);
  }

  @Override
  public long position(TopicPartition partition) {
    return tables.position(partition.topic(), partition.partition());
  }

  @Override
  public boolean apply(List<OffsetRange> ranges, List<ConsumerRecord<String, byte[]>> records) {
    RecordParser parser = new RecordParser();
    records.forEach(parser::add);
    if (!tables.apply(ranges, parser.taken(), parser.unread())) {
      return false;
    }
    poison.addAndGet(parser.unread().size());
    applied.run();
    if (parser.taken().stream().anyMatch(CalendarApplier::endsConnections)) {
      ended.run();
    }
    return true;
  }

  private static boolean endsConnections(TakenRecord taken) {
    return taken instanceof TakenEvent(Event event)
        && (event.type() == EventType.CONNECTION_DELETED
            || event.type() == EventType.MEMBER_ERASED);
  }
}
