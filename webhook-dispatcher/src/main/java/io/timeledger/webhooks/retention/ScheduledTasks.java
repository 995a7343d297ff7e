package io.timeledger.webhooks.retention;

import io.timeledger.runtime.WorkSignal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.TriggerContext;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedDelayTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;

/// Periodic work: continues replays, refreshes queue metrics, creates and drops daily partitions.
public final class ScheduledTasks implements SchedulingConfigurer {
  private static final Logger log = LoggerFactory.getLogger(ScheduledTasks.class);
  private static final Duration REPLAYS_EVERY = Duration.ofMillis(200);
  private static final Duration NEW_REPLAYS_EVERY = Duration.ofSeconds(1);
  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
  private static final Duration DAYS_EVERY = Duration.ofHours(1);

  private final DayTables days;
  private final BooleanSupplier replays;
  private final Runnable look;
  private final Runnable preparation;
  private final WorkSignal work;
  private final InstantSource clock;
  private boolean isReplaying;

  /// @param replays continues replays; true when there is something new to deliver
  /// @param look refreshes the metrics of the queue
  /// @param preparation what must have worked before each of them
  public ScheduledTasks(
      DayTables days,
      BooleanSupplier replays,
      Runnable look,
      Runnable preparation,
      WorkSignal work,
      InstantSource clock) {
    this.days = days;
    this.replays = replays;
    this.look = look;
    this.preparation = preparation;
    this.work = work;
    this.clock = clock;
  }

  @Override
  public void configureTasks(ScheduledTaskRegistrar tasks) {
    tasks.addTriggerTask(this::replay, this::nextReplay);
    tasks.addFixedDelayTask(new FixedDelayTask(() -> attempt(look), LOOK_EVERY, LOOK_EVERY));
    tasks.addFixedDelayTask(
        new FixedDelayTask(
            () -> attempt(() -> days.keepDays(clock.instant())), DAYS_EVERY, DAYS_EVERY));
  }

  private void replay() {
    isReplaying = false;
    attempt(() -> isReplaying = replays.getAsBoolean());
    if (isReplaying) {
      work.signal();
    }
  }

  private Instant nextReplay(TriggerContext context) {
    return Objects.requireNonNullElseGet(context.lastCompletion(), context.getClock()::instant)
        .plus(isReplaying ? REPLAYS_EVERY : NEW_REPLAYS_EVERY);
  }

  private void attempt(Runnable task) {
    try {
      preparation.run();
      task.run();
    } catch (RuntimeException e) {
      log.warn("event=scheduled_task_failed", e);
    }
  }
}
