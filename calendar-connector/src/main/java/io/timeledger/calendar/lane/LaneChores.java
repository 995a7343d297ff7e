package io.timeledger.calendar.lane;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Periodic work: refreshes the lane metrics and deletes old rows.
public final class LaneChores implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(LaneChores.class);
  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
  private static final Duration DROP_EVERY = Duration.ofHours(1);

  private final LaneMetrics metrics;
  private final Runnable dropOld;
  private final Runnable preparation;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("calendar-chores").factory());
  private volatile boolean running;

  public LaneChores(LaneMetrics metrics, Runnable dropOld, Runnable preparation) {
    this.metrics = metrics;
    this.dropOld = dropOld;
    this.preparation = preparation;
  }

  @Override
  public void start() {
    running = true;
    every(LOOK_EVERY, metrics::look);
    every(DROP_EVERY, dropOld);
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

  @SuppressWarnings("FutureReturnValueIgnored") // ends with the timer
  private void every(Duration pause, Runnable chore) {
    timer.scheduleWithFixedDelay(
        () -> attempt(chore), pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void attempt(Runnable chore) {
    try {
      preparation.run();
      chore.run();
    } catch (RuntimeException e) {
      if (running) {
        log.warn("event=chore_failed", e);
      }
    }
  }
}
