package io.timeledger.webhooks.kafka;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.timeledger.webhooks.postgres.IntakeTables;
import io.timeledger.webhooks.queue.WakeUp;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Consumes the log as long as the application runs. Any failure, above all of the database, is
/// retried forever from the stored positions; nothing is skipped. It never waits for a call.
public final class IntakeLoop implements SmartLifecycle, MeterBinder {
  private static final Logger log = LoggerFactory.getLogger(IntakeLoop.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);
  private static final Duration STOP_TIMEOUT = Duration.ofSeconds(5);

  private final DispatcherKafkaClients clients;
  private final int partitions;
  private final IntakeTables tables;
  private final WakeUp wakeUp;
  private final Runnable preparation;
  private final InstantSource clock;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Thread thread = Thread.ofPlatform().name("webhook-intake").unstarted(this::run);
  private final AtomicLong poison = new AtomicLong();
  private volatile @Nullable Consumer<String, byte[]> current;
  private volatile boolean ready;
  private volatile long lag;
  private Duration pause = FIRST_PAUSE;

  /// @param partitions that the topics must have
  /// @param preparation what must have worked before anything is read
  public IntakeLoop(
      DispatcherKafkaClients clients,
      int partitions,
      IntakeTables tables,
      WakeUp wakeUp,
      Runnable preparation,
      InstantSource clock) {
    this.clients = clients;
    this.partitions = partitions;
    this.tables = tables;
    this.wakeUp = wakeUp;
    this.preparation = preparation;
    this.clock = clock;
  }

  /// Whether it has applied all that was on the log when it started, and reads on.
  public boolean isReady() {
    return ready;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("timeledger.webhooks.fanout.lag", this, it -> it.lag)
        .description("Committed records not yet taken in, as of the last poll")
        .baseUnit("records")
        .register(registry);
    FunctionCounter.builder("timeledger.webhooks.poison", poison, AtomicLong::get)
        .description("Unreadable records that were set aside")
        .register(registry);
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
        log.warn("event=intake_not_stopped");
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
    while (stopping.getCount() > 0) {
      try {
        preparation.run();
        readOn();
      } catch (WakeupException e) {
        log.debug("event=intake_stopping", e);
      } catch (RuntimeException e) {
        log.warn("event=intake_failed retry_in_ms={}", pause.toMillis(), e);
        rest();
      } finally {
        ready = false;
      }
    }
  }

  private void readOn() {
    try (Consumer<String, byte[]> consumer = clients.consumer()) {
      current = consumer;
      requireTopics(consumer);
      IntakeReader reader = new IntakeReader(consumer, tables, clock, poison);
      while (stopping.getCount() > 0) {
        if (reader.readOn(POLL)) {
          wakeUp.signal();
          pause = FIRST_PAUSE;
        }
        lag = reader.lag();
        ready = ready || reader.isCaughtUp();
      }
    } finally {
      current = null;
    }
  }

  private void requireTopics(Consumer<String, byte[]> consumer) {
    for (var topic : IntakeReader.TOPICS) {
      List<PartitionInfo> found = consumer.partitionsFor(topic.topicName());
      if (found == null || found.size() != partitions) {
        throw new IllegalStateException(
            "%s: %d partitions (expected: %d)"
                .formatted(topic.topicName(), found == null ? 0 : found.size(), partitions));
      }
    }
  }

  private void rest() {
    try {
      if (!stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
        Duration doubled = pause.multipliedBy(2);
        pause = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
      }
    } catch (InterruptedException e) {
      stopping.countDown();
    }
  }
}
