package io.timeledger.webhooks.queue;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.timeledger.runtime.WorkSignal;
import io.timeledger.webhooks.attempt.AttemptResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes results of attempts in batches: each takes all that ended during the previous write.
/// While the database is unavailable, results are kept and retried. Between batches, whatever the
/// backlog, it sweeps attempts whose lease expired, except those that wait here to be written.
final class FinishLoop {
  private static final Logger log = LoggerFactory.getLogger(FinishLoop.class);
  private static final int MOST_AT_ONCE = 200;
  private static final Duration PAUSE = Duration.ofMillis(250);

  private final DeliveryQueue queue;
  private final WorkSignal work;
  private final AttemptMeters meters;
  private final Duration sweepEvery;
  private final BlockingQueue<AttemptResult> result = new LinkedBlockingQueue<>();
  private final Thread thread = Thread.ofPlatform().name("webhook-finishes").unstarted(this::run);
  private volatile boolean stopping;
  private long sweptAt;

  FinishLoop(DeliveryQueue queue, WorkSignal work, AttemptMeters meters, Duration sweepEvery) {
    this.queue = queue;
    this.work = work;
    this.meters = meters;
    this.sweepEvery = sweepEvery;
    // The first sweep is due at once.
    this.sweptAt = System.nanoTime() - sweepEvery.toNanos();
  }

  void start() {
    thread.start();
  }

  void add(AttemptResult one) {
    result.add(one);
  }

  /// Writes down what is left, at most so long.
  void stop(Duration patience) throws InterruptedException {
    stopping = true;
    if (!thread.join(patience)) {
      log.warn("event=attempt_results_lost count={}", result.size());
      thread.interrupt();
    }
  }

  private void run() {
    try {
      while (!stopping || !result.isEmpty()) {
        @Nullable AttemptResult first =
            result.poll(stopping ? 1 : PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        if (first != null) {
          List<AttemptResult> batch = new ArrayList<>(List.of(first));
          result.drainTo(batch, MOST_AT_ONCE - 1);
          finish(batch);
        }
        if (!stopping) {
          sweepIfTime();
        }
      }
    } catch (InterruptedException e) {
      log.warn("event=finishes_interrupted count={}", result.size(), e);
    }
  }

  private void finish(List<AttemptResult> batch) throws InterruptedException {
    while (true) {
      try {
        queue.finish(batch);
        meters.ended(batch);
        work.signal();
        return;
      } catch (RuntimeException e) {
        log.warn("event=finish_failed count={} retry_in_ms={}", batch.size(), PAUSE.toMillis(), e);
        Thread.sleep(PAUSE);
      }
    }
  }

  private void sweepIfTime() {
    if (System.nanoTime() - sweptAt < sweepEvery.toNanos()) {
      return;
    }
    sweptAt = System.nanoTime();
    try {
      for (List<AttemptResult> expired = expired(); !expired.isEmpty(); expired = expired()) {
        log.warn("event=leases_expired count={}", expired.size());
        queue.finish(expired);
        meters.ended(expired);
        meters.expired(expired.size());
      }
      queue.repairLanes();
      work.signal();
    } catch (RuntimeException e) {
      log.warn("event=sweep_failed", e);
    }
  }

  private List<AttemptResult> expired() {
    Set<Long> ours =
        result.stream().map(leased -> leased.lease().token()).collect(toUnmodifiableSet());
    return queue.expired().stream()
        .filter(leased -> !ours.contains(leased.lease().token()))
        .toList();
  }
}
