package io.timeledger.webhooks.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.runtime.WorkSignal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.springframework.scheduling.config.FixedDelayTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.scheduling.config.TriggerTask;
import org.springframework.scheduling.support.SimpleTriggerContext;

class ScheduledTasksTest {
  private static final Instant NOW = Instant.parse("2026-04-29T10:00:00Z");
  private final List<String> done = new ArrayList<>();

  @Test
  void continuesReplaysSoonWhileThereAreAny() {
    assertThat(nextAfter(() -> true)).isEqualTo(Duration.ofMillis(200));
    assertThat(nextAfter(() -> false)).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void looksForReplaysLaterWhenOneFailed() {
    assertThat(
            nextAfter(
                () -> {
                  throw new IllegalStateException("no database");
                }))
        .isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void looksEverySecondAndKeepsDaysEveryHour() {
    List<FixedDelayTask> tasks =
        registered(() -> false).getFixedDelayTaskList().stream()
            .map(FixedDelayTask.class::cast)
            .toList();

    tasks.forEach(task -> task.getRunnable().run());

    assertThat(done).containsExactly("prepared", "looked", "prepared", "days of " + NOW);
    assertThat(tasks)
        .extracting(FixedDelayTask::getIntervalDuration)
        .containsExactly(Duration.ofSeconds(1), Duration.ofHours(1));
  }

  private Duration nextAfter(BooleanSupplier replays) {
    TriggerTask task = registered(replays).getTriggerTaskList().getFirst();
    task.getRunnable().run();
    return Duration.between(
        NOW, task.getTrigger().nextExecution(new SimpleTriggerContext(NOW, NOW, NOW)));
  }

  private ScheduledTaskRegistrar registered(BooleanSupplier replays) {
    ScheduledTaskRegistrar registrar = new ScheduledTaskRegistrar();
    new ScheduledTasks(
            now -> done.add("days of " + now),
            replays,
            () -> done.add("looked"),
            () -> done.add("prepared"),
            new WorkSignal(),
            () -> NOW)
        .configureTasks(registrar);
    return registrar;
  }
}
