package io.timeledger.streams.projector.kafka;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.timeledger.schemas.kafka.Topic;
import io.timeledger.streams.platform.StreamsReadiness;
import io.timeledger.streams.projector.postgres.Projections;
import io.timeledger.streams.projector.postgres.SqlErrors;
import java.time.Duration;
import java.time.InstantSource;
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

/// Applies topics as long as the application runs. Any failure, above all of Postgres, is retried
/// forever from the stored position with backoff; nothing is skipped.
public final class ProjectorLoop implements SmartLifecycle, StreamsReadiness, MeterBinder {
  private static final Logger log = LoggerFactory.getLogger(ProjectorLoop.class);
  private static final Duration POLL = Duration.ofSeconds(1);
  private static final Duration POLL_WHILE_BEHIND = Duration.ofMillis(50);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
  private static final Duration STOP_TIMEOUT = Duration.ofSeconds(8);
  private static final int MANY = 500;

  private final String name;
  private final Collection<Topic> topics;
  private final Supplier<Consumer<String, byte[]>> consumers;
  private final PartitionApplier applier;
  private final Duration gathering;
  private final Projections projections;
  private final InstantSource clock;
  private final PostgresHeartbeat heartbeat;
  private final WaitingRecords waiting = new WaitingRecords();
  private final AtomicLong refusals = new AtomicLong();
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Thread thread;
  private volatile @Nullable Consumer<String, byte[]> current;
  private volatile boolean ready;
  private volatile long lag;
  private Duration pause = FIRST_PAUSE;

  /// @param gathering minimum interval between polls after one with few records, so that single
  ///     records share a transaction
  /// @param projections made live before anything is read
  ProjectorLoop(
      String name,
      Collection<Topic> topics,
      Supplier<Consumer<String, byte[]>> consumers,
      PartitionApplier applier,
      Duration gathering,
      Projections projections,
      InstantSource clock) {
    this.name = name;
    this.topics = topics;
    this.consumers = consumers;
    this.applier = applier;
    this.gathering = gathering;
    this.projections = projections;
    this.clock = clock;
    this.heartbeat = new PostgresHeartbeat(projections);
    this.thread = Thread.ofPlatform().name(name).unstarted(this::run);
  }

  /// Whether it has applied all records that were committed when its partitions were assigned,
  /// still reads, and Postgres responds. When idle, it probes Postgres every few seconds.
  @Override
  public boolean isReady() {
    return ready && heartbeat.isFelt();
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    FunctionCounter.builder("timeledger.projector.refused", refusals, AtomicLong::get)
        .description("Failed attempts to apply records: unreadable, or with a gap before them")
        .tag("loop", name)
        .register(registry);
    TimeGauge.builder("timeledger.projector.age", waiting, TimeUnit.MILLISECONDS, this::age)
        .description("Age of the oldest record that is not yet in Postgres")
        .tag("loop", name)
        .register(registry);
    Gauge.builder("timeledger.projector.lag", this, ProjectorLoop::lag)
        .description("Committed records not yet in Postgres, as of the last poll")
        .baseUnit("records")
        .tag("loop", name)
        .register(registry);
  }

  private long lag() {
    return lag;
  }

  private double age(WaitingRecords records) {
    return records.age(clock.instant()).toMillis();
  }

  @Override
  public void start() {
    thread.start();
  }

  @Override
  public void stop() {
    stopping.countDown();
    Consumer<String, byte[]> waiting = current;
    if (waiting != null) {
      waiting.wakeup();
    }
    try {
      if (!thread.join(STOP_TIMEOUT)) {
        log.warn("event=projector_not_stopped loop={}", name);
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
        projections.ensureLive();
        heartbeat.heard();
        readOn();
      } catch (WakeupException e) {
        log.debug("event=projector_stopping loop={}", name, e);
      } catch (RuntimeException e) {
        log.warn("event=projector_failed loop={} retry_in_ms={}", name, pause.toMillis(), e);
        pause();
      } finally {
        ready = false;
      }
    }
  }

  private void readOn() {
    try (Consumer<String, byte[]> consumer = consumers.get()) {
      current = consumer;
      PositionedReader reader = new PositionedReader(consumer, applier, waiting);
      AssignedPartitions assigned = new AssignedPartitions(name, consumer, reader);
      consumer.subscribe(topics.stream().map(Topic::topicName).toList(), assigned);
      while (!isStopping()) {
        long looked = System.nanoTime();
        int applied = read(reader);
        if (applied > 0) {
          pause = FIRST_PAUSE;
          heartbeat.heard();
        }
        heartbeat.feel();
        lag = reader.lag();
        ready = ready || assigned.isCaughtUp();
        if (applied > 0 && applied < MANY) {
          rest(gathering.minusNanos(System.nanoTime() - looked));
        }
      }
    } finally {
      current = null;
    }
  }

  private int read(PositionedReader reader) {
    try {
      return reader.readOn(ready ? POLL : POLL_WHILE_BEHIND);
    } catch (RuntimeException e) {
      if (!(e instanceof KafkaException) && !SqlErrors.isBehind(e)) {
        refusals.incrementAndGet();
      }
      throw e;
    }
  }

  private void pause() {
    rest(pause);
    Duration doubled = pause.multipliedBy(2);
    pause = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
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
