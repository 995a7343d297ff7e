package io.timeledger.runtime;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Tells a loop that there may be work. Signals that arrive while the loop works count as one.
public final class WorkSignal {
  private final Semaphore signals = new Semaphore(0);
  private final List<WorkSignal> others = new CopyOnWriteArrayList<>();

  /// A signal for another loop, which also receives every signal of this one.
  public WorkSignal forAnother() {
    WorkSignal other = new WorkSignal();
    others.add(other);
    return other;
  }

  public void signal() {
    signals.release();
    others.forEach(WorkSignal::signal);
  }

  /// Waits for a signal, at most `longest`.
  public void await(Duration longest) throws InterruptedException {
    if (signals.tryAcquire(longest.toNanos(), TimeUnit.NANOSECONDS)) {
      signals.drainPermits();
    }
  }
}
