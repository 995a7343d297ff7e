package io.timeledger.calendar.lane;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Tells a loop that there may be something to do. Signals while it works are kept, as one.
public final class WorkSignal {
  private final Semaphore signals = new Semaphore(0);

  public void signal() {
    signals.release();
  }

  /// Waits for a signal, at most so long.
  public void await(Duration longest) throws InterruptedException {
    if (signals.tryAcquire(longest.toNanos(), TimeUnit.NANOSECONDS)) {
      signals.drainPermits();
    }
  }
}
