package io.timeledger.webhooks.retention;

import io.timeledger.webhooks.queue.QueueMetrics;
import io.timeledger.webhooks.queue.WakeUp;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Periodic work: continues replays, refreshes queue metrics, creates and drops daily partitions.
public final class ScheduledTasks implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(ScheduledTasks.class);
  private static final Duration REPLAYS_EVERY = Duration.ofMillis(200);
  private static final Duration NEW_REPLAYS_EVERY = Duration.ofSeconds(1);
  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
  private static final Duration DAYS_EVERY = Duration.ofHours(1);

  private final DayTables days;
  private final BooleanSupplier replays;
  private final QueueMetrics queueMetrics;
  private final Runnable preparation;
  private final WakeUp wakeUp;
  private final InstantSource clock;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("webhook-chores").factory());
  private volatile boolean running;

  /// @param replays continues replays; true when there is something new to deliver
  public ScheduledTasks(
      DayTables days,
      BooleanSupplier replays,
      QueueMetrics queueMetrics,
      Runnable preparation,
      WakeUp wakeUp,
      InstantSource clock) {
    this.days = days;
    this.replays = replays;
    this.queueMetrics = queueMetrics;
    this.preparation = preparation;
    this.wakeUp = wakeUp;
    this.clock = clock;
  }

  @Override
  public void start() {
    running = true;
    replayIn(NEW_REPLAYS_EVERY);
    every(LOOK_EVERY, queueMetrics::look);
    every(DAYS_EVERY, () -> days.keepDays(clock.instant()));
  }

  @Override
  public void stop() {
    running = false;
    timer.shutdownNow();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private void replay() {
    boolean isAtWork = attempt(replays);
    if (isAtWork) {
      wakeUp.signal();
    }
    replayIn(isAtWork ? REPLAYS_EVERY : NEW_REPLAYS_EVERY);
  }

  @SuppressWarnings("FutureReturnValueIgnored") // ends with the timer
  private void replayIn(Duration pause) {
    if (running) {
      timer.schedule(this::replay, pause.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  @SuppressWarnings("FutureReturnValueIgnored") // ends with the timer
  private void every(Duration pause, Runnable chore) {
    timer.scheduleWithFixedDelay(
        () ->
            attempt(
                () -> {
                  chore.run();
                  return true;
                }),
        pause.toMillis(),
        pause.toMillis(),
        TimeUnit.MILLISECONDS);
  }

  /// @return what the chore returns; false when it failed
  private boolean attempt(BooleanSupplier chore) {
    try {
      preparation.run();
      return chore.getAsBoolean();
    } catch (RuntimeException e) {
      if (running) {
        log.warn("event=scheduled_task_failed", e);
      }
      return false;
    }
  }
}
