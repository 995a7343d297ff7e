package io.timeledger.ingest.testkit;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Waits for what comes soon, and not for ever.
public final class Poll {
  private static final Duration PAUSE = Duration.ofMillis(50);

  private Poll() {}

  public static void until(Duration patience, BooleanSupplier condition) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("not within " + patience);
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }
}
