package io.timeledger.calendar.lane;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Periodic work beside the rounds. Thread-safe.
public final class LaneChores implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(LaneChores.class);

  private final List<Chore> chores;
  private final Runnable preparation;
  private final Set<Chore> woken = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService timer =
      // Some chores call providers, which may take a while.
      Executors.newScheduledThreadPool(
          2, Thread.ofPlatform().daemon().name("calendar-chores").factory());
  private volatile boolean running;

  /// @param pause between the end of one run and the start of the next, and before the first
  /// @param wakes whether [#wake] runs it earlier; its pause can then be long
  public record Chore(Duration pause, boolean wakes, Runnable work) {}

  /// @param preparation of the database, before every chore
  public LaneChores(List<Chore> chores, Runnable preparation) {
    this.chores = List.copyOf(chores);
    this.preparation = preparation;
  }

  @Override
  public void start() {
    running = true;
    chores.forEach(this::schedule);
  }

  /// Runs the chores that wake now. A chore that waits for its run already is run once.
  public void wake() {
    chores.stream().filter(Chore::wakes).filter(woken::add).forEach(this::runSoon);
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
  private void schedule(Chore chore) {
    long pause = chore.pause().toMillis();
    timer.scheduleWithFixedDelay(() -> attempt(chore), pause, pause, TimeUnit.MILLISECONDS);
  }

  private void runSoon(Chore chore) {
    try {
      timer.execute(() -> attempt(chore));
    } catch (RejectedExecutionException e) {
      log.debug("event=chore_rejected", e);
    }
  }

  private void attempt(Chore chore) {
    // Whatever wakes it from here on may be too late for this run.
    woken.remove(chore);
    try {
      preparation.run();
      chore.work().run();
    } catch (RuntimeException e) {
      if (running) {
        log.warn("event=chore_failed", e);
      }
    }
  }
}
