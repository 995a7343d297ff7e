package io.timeledger.bench.load;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/// Fires requests, each on a virtual thread of its own, and returns when the last was answered. A
/// shot must end by itself in bounded time.
public final class Generator {
  private static final Duration TICK = Duration.ofSeconds(1);
  private final Runnable tick;

  /// @param tick run about once a second, to show that it goes on
  public Generator(Runnable tick) {
    this.tick = tick;
  }

  /// Open loop: requests start when they are due, however many are still unanswered. Latency
  /// counts from when a request was due, so that what a stalled system or a late generator keeps
  /// waiting is not left out.
  public LoadRound open(Arrivals arrivals, Duration time, LoadRequest shot) {
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
        threads.execute(() -> tally.fire(shot, shooting, intended));
        if (due - nextTick > 0) {
          nextTick += TICK.toNanos();
          tick.run();
        }
      }
    }
    return tally.round();
  }

  /// Closed loop: so many clients, each firing anew as soon as it was answered. Shows how much a
  /// system can do, and nothing of what others would have waited.
  public LoadRound closed(int clients, Duration time, LoadRequest shot) {
    Tally tally = new Tally();
    long end = tally.start() + time.toNanos();
    AtomicInteger numbers = new AtomicInteger();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < clients; i++) {
        threads.execute(
            () -> {
              while (System.nanoTime() - end < 0) {
                tally.fire(shot, numbers.getAndIncrement(), System.nanoTime());
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
