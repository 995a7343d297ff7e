package io.timeledger.runtime.kafka;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// The metrics of a loop. Thread-safe.
final class LoopMeters implements MeterBinder {
  private final String prefix;
  private final Tags tags;
  private final InstantSource clock;
  private final WaitingRecords waiting = new WaitingRecords();
  private final AtomicLong refusals = new AtomicLong();
  private volatile long lag;

  LoopMeters(String prefix, Tags tags, InstantSource clock) {
    this.prefix = prefix;
    this.tags = tags;
    this.clock = clock;
  }

  WaitingRecords waiting() {
    return waiting;
  }

  void refused() {
    refusals.incrementAndGet();
  }

  void lag(long records) {
    lag = records;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    FunctionCounter.builder(prefix + ".refused", refusals, AtomicLong::get)
        .description("Attempts to apply records that are unreadable, or that leave a gap")
        .tags(tags)
        .register(registry);
    TimeGauge.builder(prefix + ".age", waiting, TimeUnit.MILLISECONDS, this::age)
        .description("How long the oldest record that is not in Postgres yet has been on the log")
        .tags(tags)
        .register(registry);
    Gauge.builder(prefix + ".lag", this, meters -> meters.lag)
        .description("Committed records that are not in Postgres yet, as of the last poll")
        .baseUnit("records")
        .tags(tags)
        .register(registry);
  }

  private double age(WaitingRecords records) {
    return records.age(clock.instant()).toMillis();
  }
}
