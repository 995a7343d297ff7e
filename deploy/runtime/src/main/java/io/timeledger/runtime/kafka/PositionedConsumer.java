package io.timeledger.runtime.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.timeledger.runtime.Readiness;
import io.timeledger.schemas.kafka.Topic;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
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
///
/// ```java
/// PositionedConsumer.of("intake", List.of(Topic.EVENTS), clients::consumer, applier)
///     .prepare(schema::migrate)
///     .meters("timeledger.intake", Tags.empty())
///     .build();
/// ```
public final class PositionedConsumer implements SmartLifecycle, Readiness, MeterBinder {
  private static final Logger log = LoggerFactory.getLogger(PositionedConsumer.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final int MANY = 500;

  private final String name;
  private final String eventPrefix;
  private final List<String> topics;
  private final @Nullable Integer partitions;
  private final TopicOrder order;
  private final Supplier<Consumer<String, byte[]>> consumers;
  private final @Nullable Supplier<LogEnds> endsSupplier;
  private final BatchApplier applier;
  private final Runnable preparation;
  private final LoopTimings timings;
  private final LoopMeters meters;
  private final DatabaseHeartbeat heartbeat;
  private final ExponentialBackOff backOff;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Thread thread;
  private volatile @Nullable Consumer<String, byte[]> current;
  private volatile boolean ready;
  private BackOffExecution pauses;

  PositionedConsumer(PositionedConsumerBuilder plan) {
    this.name = plan.name;
    this.eventPrefix = plan.eventPrefix;
    this.topics = plan.topics;
    this.partitions = plan.partitions;
    this.order = plan.order;
    this.consumers = plan.consumers;
    this.endsSupplier = plan.ends;
    this.applier = plan.applier;
    this.preparation = plan.preparation;
    this.timings = plan.timings;
    this.meters = new LoopMeters(plan.meterPrefix, plan.tags, plan.clock);
    this.heartbeat = new DatabaseHeartbeat(plan.probe);
    this.backOff = new ExponentialBackOff(FIRST_PAUSE.toMillis(), 2);
    backOff.setMaxInterval(timings.longestPause().toMillis());
    this.pauses = backOff.start();
    this.thread = Thread.ofPlatform().name(name).unstarted(this::run);
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
    meters.bindTo(registry);
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
        log.warn("event={}_not_stopped loop={}", eventPrefix, name);
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
        preparation.run();
        heartbeat.heard();
        readOn();
      } catch (WakeupException e) {
        log.debug("event={}_stopping loop={}", eventPrefix, name, e);
      } catch (RuntimeException e) {
        long pause = pauses.nextBackOff();
        log.warn("event={}_failed loop={} retry_in_ms={}", eventPrefix, name, pause, e);
        rest(Duration.ofMillis(pause));
      } finally {
        ready = false;
      }
    }
  }

  private void readOn() {
    try (Consumer<String, byte[]> consumer = consumers.get();
        LogEnds ends = endsSupplier == null ? LogEnds.by(consumer) : endsSupplier.get()) {
      current = consumer;
      if (partitions != null) {
        var _ = Partitions.of(consumer, topics, partitions);
      }
      PositionedReader reader =
          new PositionedReader(name, consumer, ends, applier, order, meters.waiting());
      consumer.subscribe(topics, reader);
      while (!isStopping()) {
        long looked = System.nanoTime();
        int applied = read(reader);
        if (applied > 0) {
          pauses = backOff.start();
          heartbeat.heard();
        }
        heartbeat.feel();
        meters.lag(reader.lag());
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
        meters.refused();
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
