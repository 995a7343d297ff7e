package io.timeledger.webhooks;

import io.timeledger.webhooks.engine.WakeUp;
import io.timeledger.webhooks.engine.Watch;
import io.timeledger.webhooks.postgres.Replays;
import io.timeledger.webhooks.postgres.Schema;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// What is done from time to time: replays go on, the queue is looked at, days come and go.
final class Chores implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(Chores.class);
  private static final Duration REPLAYS_EVERY = Duration.ofMillis(200);
  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
  private static final Duration DAYS_EVERY = Duration.ofHours(1);

  private final Schema schema;
  private final Replays replays;
  private final Watch watch;
  private final Runnable preparation;
  private final WakeUp wakeUp;
  private final InstantSource clock;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("webhook-chores").factory());
  private volatile boolean running;

  Chores(
      Schema schema,
      Replays replays,
      Watch watch,
      Runnable preparation,
      WakeUp wakeUp,
      InstantSource clock) {
    this.schema = schema;
    this.replays = replays;
    this.watch = watch;
    this.preparation = preparation;
    this.wakeUp = wakeUp;
    this.clock = clock;
  }

  @Override
  public void start() {
    running = true;
    every(REPLAYS_EVERY, this::replay);
    every(LOOK_EVERY, watch::look);
    every(DAYS_EVERY, () -> schema.keepDays(clock.instant()));
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
    if (replays.goOn()) {
      wakeUp.signal();
    }
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
