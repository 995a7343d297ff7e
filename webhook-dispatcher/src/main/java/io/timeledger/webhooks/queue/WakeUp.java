package io.timeledger.webhooks.queue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Tells a loop that there may be something to do. Signals while it works are kept, as one.
public final class WakeUp {
  private final Semaphore signal = new Semaphore(0);
  private final List<WakeUp> others = new CopyOnWriteArrayList<>();

  /// One for another loop, which gets every signal of this one, too.
  public WakeUp forAnother() {
    WakeUp other = new WakeUp();
    others.add(other);
    return other;
  }

  public void signal() {
    signal.release();
    others.forEach(WakeUp::signal);
  }

  /// Waits for a signal, at most so long.
  public void await(Duration longest) throws InterruptedException {
    if (signal.tryAcquire(longest.toNanos(), TimeUnit.NANOSECONDS)) {
      signal.drainPermits();
    }
  }
}
