package io.timeledger.calendar.lane;

import io.timeledger.calendar.round.LaneLease;
import io.timeledger.calendar.round.RoundLoop;
import io.timeledger.runtime.WorkSignal;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Claims lanes as soon as they are due and runs each on its own virtual thread, as long as the
/// application runs. Due times are by the database's clock.
public final class LaneEngine implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(LaneEngine.class);
  private static final Duration PAUSE = Duration.ofMillis(250);
  private static final Duration PREPARE_AGAIN = Duration.ofMillis(500);
  private static final Duration FULL = Duration.ofMillis(100);

  private final LaneQueue queue;
  private final RoundLoop rounds;
  private final Semaphore slots;
  private final WorkSignal work;
  private final Runnable written;
  private final Runnable preparation;
  private final Runnable cut;
  private final Duration patience;
  private final AtomicBoolean stopping;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Thread thread = Thread.ofPlatform().name("calendar-lanes").unstarted(this::run);
  private final int slotCount;
  private volatile boolean healthy;

  /// @param slots lanes that it works on at once
  /// @param work signalled when a lane may be due
  /// @param written called after work on a lane, which may have written to the outbox
  /// @param preparation must succeed before the first claim
  /// @param stopping set when the service begins to stop; read by `rounds`
  /// @param cut aborts running calls
  /// @param patience how long a stop waits before it aborts calls
  public LaneEngine(
      LaneQueue queue,
      RoundLoop rounds,
      int slots,
      WorkSignal work,
      Runnable written,
      Runnable preparation,
      AtomicBoolean stopping,
      Runnable cut,
      Duration patience) {
    this.queue = queue;
    this.rounds = rounds;
    this.slots = new Semaphore(slots);
    this.slotCount = slots;
    this.work = work;
    this.written = written;
    this.preparation = preparation;
    this.stopping = stopping;
    this.cut = cut;
    this.patience = patience;
  }

  /// Whether the engine runs and its last claim succeeded.
  public boolean isReady() {
    return healthy && thread.isAlive() && !stopping.get();
  }

  /// Lanes that are being worked on.
  public int inUse() {
    return slotCount - slots.availablePermits();
  }

  @Override
  public void start() {
    thread.start();
  }

  /// Rounds end after their current slice, and their lanes are released. Calls that outlast the
  /// patience are aborted.
  @Override
  public void stop() {
    stopping.set(true);
    work.signal();
    try {
      boolean joined = thread.join(patience);
      threads.shutdown();
      if (!threads.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        cut.run();
      }
      if (!joined || !threads.awaitTermination(2, TimeUnit.SECONDS)) {
        log.warn("event=rounds_not_ended count={}", inUse());
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
    try {
      prepare();
      while (!stopping.get()) {
        work.await(claim());
      }
    } catch (InterruptedException e) {
      log.debug("event=lanes_interrupted", e);
    }
  }

  private void prepare() throws InterruptedException {
    while (!stopping.get()) {
      try {
        preparation.run();
        queue.endEarlierRuns();
        return;
      } catch (RuntimeException e) {
        log.warn("event=lanes_not_prepared", e);
        work.await(PREPARE_AGAIN);
      }
    }
  }

  /// @return how long to wait before the next claim
  private Duration claim() {
    int free = slots.availablePermits();
    if (free == 0) {
      return FULL;
    }
    try {
      List<LaneLease> leases = queue.claim(free);
      healthy = true;
      slots.acquireUninterruptibly(leases.size());
      leases.forEach(lease -> threads.execute(() -> work(lease)));
      return leases.isEmpty() ? queue.nextIn() : Duration.ZERO;
    } catch (RuntimeException e) {
      healthy = false;
      log.warn("event=claim_failed retry_in_ms={}", PAUSE.toMillis(), e);
      return PAUSE;
    }
  }

  private void work(LaneLease lease) {
    try {
      rounds.run(lease);
    } catch (RuntimeException e) {
      log.warn("event=lane_failed lane={}", lease.laneId(), e);
    } finally {
      slots.release();
      written.run();
      work.signal();
    }
  }
}
