package io.timeledger.calendar.kafka;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.timeledger.calendar.postgres.CalendarTables;
import io.timeledger.runtime.kafka.BatchApplier;
import io.timeledger.runtime.kafka.OffsetRange;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/// Applies batches from the log and signals that there may be work.
public final class CalendarApplier implements BatchApplier, MeterBinder {
  private final CalendarTables tables;
  private final Runnable applied;
  private final AtomicLong poison = new AtomicLong();

  /// @param applied called after each batch
  public CalendarApplier(CalendarTables tables, Runnable applied) {
    this.tables = tables;
    this.applied = applied;
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
    return true;
  }
}
