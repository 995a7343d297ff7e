package io.timeledger.webhooks.engine;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Tells a loop that there may be something to do. Signals while it works are kept, as one.
public final class WakeUp {
  private final Semaphore signal = new Semaphore(0);

  public void signal() {
    signal.release();
  }

  /// Waits for a signal, at most so long.
  void await(Duration longest) throws InterruptedException {
    if (signal.tryAcquire(longest.toNanos(), TimeUnit.NANOSECONDS)) {
      signal.drainPermits();
    }
  }
}
