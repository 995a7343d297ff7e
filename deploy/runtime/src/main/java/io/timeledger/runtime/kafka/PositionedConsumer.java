package io.timeledger.runtime.kafka;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.timeledger.runtime.Readiness;
import io.timeledger.schemas.kafka.Topic;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.util.backoff.BackOffExecution;
import org.springframework.util.backoff.ExponentialBackOff;

/// Applies topics to a database as long as the application runs: exactly once, because each poll is
/// one transaction that begins by advancing the stored positions. Any failure, above all of the
/// database, is retried forever from the stored positions with backoff; nothing is skipped.
public final class PositionedConsumer implements SmartLifecycle, Readiness, MeterBinder {
  private static final Logger log = LoggerFactory.getLogger(PositionedConsumer.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final int MANY = 500;

  private final PositionedConsumerBuilder plan;
  private final LoopTimings timings;
  private final DatabaseHeartbeat heartbeat;
  private final WaitingRecords waiting = new WaitingRecords();
  private final AtomicLong refusals = new AtomicLong();
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final ExponentialBackOff backOff;
  private final Thread thread;
  private volatile @Nullable Consumer<String, byte[]> current;
  private volatile boolean ready;
  private volatile long lag;
  private BackOffExecution pauses;

  PositionedConsumer(PositionedConsumerBuilder plan) {
    this.plan = plan;
    this.timings = plan.timings;
    this.heartbeat = new DatabaseHeartbeat(plan.probe);
    this.thread = Thread.ofPlatform().name(plan.name).unstarted(this::run);
    this.backOff = new ExponentialBackOff(FIRST_PAUSE.toMillis(), 2);
    backOff.setMaxInterval(timings.longestPause().toMillis());
    this.pauses = backOff.start();
  }

  /// @param name of its thread, and of the loop in log lines
  /// @param consumers creates a group member, which assigns partitions and commits nothing; again
  ///     after each failure
  public static PositionedConsumerBuilder of(
      String name,
      Collection<Topic> topics,
      Supplier<Consumer<String, byte[]>> consumers,
      BatchApplier applier) {
    return new PositionedConsumerBuilder(name, topics, consumers, applier);
  }

  /// Whether it has applied all records that were committed when its partitions were assigned,
  /// still reads, and the database responds.
  @Override
  public boolean isReady() {
    return ready && heartbeat.isFelt();
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    FunctionCounter.builder(plan.meterPrefix + ".refused", refusals, AtomicLong::get)
        .description("Attempts to apply records that are unreadable, or that leave a gap")
        .tags(plan.tags)
        .register(registry);
    TimeGauge.builder(plan.meterPrefix + ".age", waiting, TimeUnit.MILLISECONDS, this::age)
        .description("How long the oldest record that is not in Postgres yet has been on the log")
        .tags(plan.tags)
        .register(registry);
    Gauge.builder(plan.meterPrefix + ".lag", this, loop -> loop.lag)
        .description("Committed records that are not in Postgres yet, as of the last poll")
        .baseUnit("records")
        .tags(plan.tags)
        .register(registry);
  }

  private double age(WaitingRecords records) {
    return records.age(plan.clock.instant()).toMillis();
  }

  @Override
  public void start() {
    thread.start();
  }

  @Override
  public void stop() {
    stopping.countDown();
    Consumer<String, byte[]> waitingForRecords = current;
    if (waitingForRecords != null) {
      waitingForRecords.wakeup();
    }
    try {
      if (!thread.join(timings.stop())) {
        log.warn("event={}_not_stopped loop={}", plan.eventPrefix, plan.name);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return thread.isAlive();
  }

  private void run() {
    while (!isStopping()) {
      try {
        plan.preparation.run();
        heartbeat.heard();
        readOn();
      } catch (WakeupException e) {
        log.debug("event={}_stopping loop={}", plan.eventPrefix, plan.name, e);
      } catch (RuntimeException e) {
        long pause = pauses.nextBackOff();
        log.warn("event={}_failed loop={} retry_in_ms={}", plan.eventPrefix, plan.name, pause, e);
        rest(Duration.ofMillis(pause));
      } finally {
        ready = false;
      }
    }
  }

  private void readOn() {
    try (Consumer<String, byte[]> consumer = plan.consumers.get()) {
      current = consumer;
      if (plan.partitions != null) {
        var _ = Partitions.of(consumer, plan.topics, plan.partitions);
      }
      PositionedReader reader =
          new PositionedReader(plan.name, consumer, plan.applier, plan.order, waiting);
      consumer.subscribe(plan.topics, reader);
      while (!isStopping()) {
        long looked = System.nanoTime();
        int applied = read(reader);
        if (applied > 0) {
          pauses = backOff.start();
          heartbeat.heard();
        }
        heartbeat.feel();
        lag = reader.lag();
        ready = ready || reader.isCaughtUp();
        if (applied > 0 && applied < MANY) {
          rest(timings.gathering().minusNanos(System.nanoTime() - looked));
        }
      }
    } finally {
      current = null;
    }
  }

  private int read(PositionedReader reader) {
    try {
      return reader.readOn(ready ? timings.poll() : timings.pollWhileBehind());
    } catch (RuntimeException e) {
      if (!(e instanceof KafkaException) && !SqlErrors.isBehind(e)) {
        refusals.incrementAndGet();
      }
      throw e;
    }
  }

  private void rest(Duration time) {
    try {
      var _ = stopping.await(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      stopping.countDown();
    }
  }

  private boolean isStopping() {
    return stopping.getCount() == 0;
  }
}
