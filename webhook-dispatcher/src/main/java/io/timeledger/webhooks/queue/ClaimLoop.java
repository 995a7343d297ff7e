package io.timeledger.webhooks.queue;

import io.timeledger.runtime.WorkSignal;
import io.timeledger.webhooks.attempt.AttemptResult;
import io.timeledger.webhooks.attempt.Lease;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Claims what is due as soon as it is due, and has it called on threads of their own. Never
/// early: what is due is for the database's clock to say.
final class ClaimLoop {
  private static final Logger log = LoggerFactory.getLogger(ClaimLoop.class);

  /// For what only another instance knows of: deliveries that it took in and has no slot for.
  private static final Duration BACKSTOP = Duration.ofSeconds(1);

  private static final Duration PAUSE = Duration.ofMillis(250);
  private static final Duration NO_SLOT = Duration.ofMillis(10);

  private final DeliveryQueue queue;
  private final Attempts attempts;
  private final FinishLoop finishing;
  private final Slots slots;
  private final WorkSignal work;
  private final ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();
  private final Thread thread = Thread.ofPlatform().name("webhook-claims").unstarted(this::run);
  private volatile boolean stopping;
  private volatile boolean healthy;

  ClaimLoop(
      DeliveryQueue queue, Attempts attempts, FinishLoop finishing, Slots slots, WorkSignal work) {
    this.queue = queue;
    this.attempts = attempts;
    this.finishing = finishing;
    this.slots = slots;
    this.work = work;
  }

  void start() {
    thread.start();
  }

  /// Whether the last look at the queue worked.
  boolean isHealthy() {
    return healthy && thread.isAlive();
  }

  /// Claims nothing more, and waits for the calls that are being made, at most so long; then cuts
  /// them.
  void stop(Duration patience) throws InterruptedException {
    stopping = true;
    work.signal();
    boolean idle = thread.join(patience);
    long deadline = System.nanoTime() + patience.toNanos();
    while (slots.inUse() > 0 && System.nanoTime() < deadline) {
      work.await(NO_SLOT);
    }
    attempts.cut();
    calls.shutdown();
    if (!calls.awaitTermination(1, java.util.concurrent.TimeUnit.SECONDS) || !idle) {
      log.warn("event=calls_not_ended count={}", slots.inUse());
    }
  }

  private void run() {
    while (!stopping) {
      try {
        work.await(claim());
      } catch (InterruptedException e) {
        stopping = true;
      }
    }
  }

  /// @return how long to wait for the next look
  private Duration claim() {
    if (slots.isFull()) {
      return PAUSE;
    }
    try {
      ClaimResult claim = queue.claim(slots);
      healthy = true;
      claim.deliveries().forEach(due -> calls.execute(() -> call(due)));
      if (!claim.deliveries().isEmpty()) {
        return Duration.ZERO;
      }
      Duration next = claim.nextIn();
      return !next.isPositive() ? NO_SLOT : next.compareTo(BACKSTOP) < 0 ? next : BACKSTOP;
    } catch (RuntimeException e) {
      healthy = false;
      log.warn("event=claim_failed retry_in_ms={}", PAUSE.toMillis(), e);
      return PAUSE;
    }
  }

  private void call(DueDelivery due) {
    AttemptResult result;
    try {
      result = attempts.make(due);
    } finally {
      Lease lease = due.lease();
      slots.release(lease.workspaceId(), due.host(), lease.attemptNo() > 1);
    }
    finishing.add(result);
  }
}
