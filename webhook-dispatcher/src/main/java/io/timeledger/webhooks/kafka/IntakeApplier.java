package io.timeledger.webhooks.kafka;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.timeledger.runtime.WorkSignal;
import io.timeledger.runtime.kafka.BatchApplier;
import io.timeledger.runtime.kafka.OffsetRange;
import io.timeledger.webhooks.fanout.IntakeBatch;
import io.timeledger.webhooks.postgres.IntakeTables;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Applies what was read from the log, and signals that there may be something to deliver.
public final class IntakeApplier implements BatchApplier, MeterBinder {
  private static final Logger log = LoggerFactory.getLogger(IntakeApplier.class);

  private final IntakeTables tables;
  private final WorkSignal work;
  private final InstantSource clock;
  private final AtomicLong poison = new AtomicLong();

  public IntakeApplier(IntakeTables tables, WorkSignal work, InstantSource clock) {
    this.tables = tables;
    this.work = work;
    this.clock = clock;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    FunctionCounter.builder("timeledger.webhooks.poison", poison, AtomicLong::get)
        .description("Records that could not be read and were kept aside")
        .register(registry);
  }

  @Override
  public void begin() {
    int late = tables.takeUp(clock.instant());
    if (late > 0) {
      log.info("event=held_events_taken_up count={}", late);
    }
  }

  @Override
  public long position(TopicPartition partition) {
    return tables.position(partition.topic(), partition.partition());
  }

  @Override
  public boolean apply(List<OffsetRange> ranges, List<ConsumerRecord<String, byte[]>> records) {
    BatchBuilder builder = new BatchBuilder();
    records.forEach(builder::add);
    IntakeBatch batch = builder.build();
    if (!tables.apply(ranges, batch, clock.instant())) {
      return false;
    }
    poison.addAndGet(batch.poisons().size());
    work.signal();
    return true;
  }
}
