package io.timeledger.harness;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/// Waits for a condition, up to a limit.
public final class Poll {
  private static final Duration PAUSE = Duration.ofMillis(50);

  private Poll() {}

  /// @return whether it became true in time
  public static boolean until(Duration limit, BooleanSupplier condition) {
    long deadline = System.nanoTime() + limit.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - deadline > 0) {
        return false;
      }
      try {
        Thread.sleep(PAUSE);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    return true;
  }
}
