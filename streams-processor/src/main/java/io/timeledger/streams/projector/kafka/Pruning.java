package io.timeledger.streams.projector.kafka;

import io.timeledger.streams.projector.postgres.ActivityTables;
import io.timeledger.streams.projector.postgres.PrivateTables;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Periodically deletes expired command outcomes, request info and activity slots.
final class Pruning implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(Pruning.class);
  private static final Duration FIRST = Duration.ofMinutes(1);
  private static final Duration PERIOD = Duration.ofHours(1);

  private final PrivateTables tables;
  private final ActivityTables activities;
  private final InstantSource clock;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("timeledger-projector-pruning").factory());
  private volatile boolean running;

  Pruning(PrivateTables tables, ActivityTables activities, InstantSource clock) {
    this.tables = tables;
    this.activities = activities;
    this.clock = clock;
  }

  @Override
  public void start() {
    running = true;
    var _ =
        timer.scheduleWithFixedDelay(
            this::prune, FIRST.toMillis(), PERIOD.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void stop() {
    timer.shutdownNow();
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private void prune() {
    try {
      Instant now = clock.instant();
      tables.prune(now);
      activities.prune(now);
    } catch (RuntimeException e) {
      log.warn("event=pruning_failed retry_in_ms={}", PERIOD.toMillis(), e);
    }
  }
}
