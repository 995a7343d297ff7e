package io.timeledger.bench.load;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/// Fires requests, each on its own virtual thread, and returns when the last was answered. Each
/// request must end in bounded time.
public final class Generator {
  private static final Duration TICK = Duration.ofSeconds(1);
  private final Runnable tick;

  /// @param tick called about once a second, to show progress
  public Generator(Runnable tick) {
    this.tick = tick;
  }

  /// Open loop: requests start when they are due, however many are still unanswered. Latency counts
  /// from the due time, so that waiting caused by a stalled system or a late generator is included.
  public LoadRound open(Arrivals arrivals, Duration time, LoadRequest request) {
    Tally tally = new Tally();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      long end = tally.start() + time.toNanos();
      long nextTick = tally.start() + TICK.toNanos();
      int number = 0;
      for (long due = tally.start() + arrivals.next();
          due - end < 0;
          due = tally.start() + arrivals.next()) {
        awaitUntil(due);
        long intended = due;
        int shooting = number++;
        threads.execute(() -> tally.fire(request, shooting, intended));
        if (due - nextTick > 0) {
          nextTick += TICK.toNanos();
          tick.run();
        }
      }
    }
    return tally.round();
  }

  /// Closed loop: a number of clients, each sending its next request after an answer. Shows maximum
  /// throughput, but hides the waiting of further clients.
  public LoadRound closed(int clients, Duration time, LoadRequest request) {
    Tally tally = new Tally();
    long end = tally.start() + time.toNanos();
    AtomicInteger numbers = new AtomicInteger();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < clients; i++) {
        threads.execute(
            () -> {
              while (System.nanoTime() - end < 0) {
                tally.fire(request, numbers.getAndIncrement(), System.nanoTime());
              }
            });
      }
      for (long at = tally.start() + TICK.toNanos(); at - end < 0; at += TICK.toNanos()) {
        awaitUntil(at);
        tick.run();
      }
    }
    return tally.round();
  }

  private static void awaitUntil(long nanoTime) {
    for (long left = nanoTime - System.nanoTime(); left > 0; left = nanoTime - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}
