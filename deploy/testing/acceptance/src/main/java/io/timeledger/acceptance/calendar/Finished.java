package io.timeledger.acceptance.calendar;

import java.util.Collection;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/// Work on other threads that has ended.
final class Finished {
  private Finished() {}

  /// Waits for all of it.
  ///
  /// @throws IllegalStateException if some failed, with the first failure
  static void all(Collection<Future<?>> work) {
    for (Future<?> each : work) {
      try {
        each.get();
      } catch (ExecutionException e) {
        throw new IllegalStateException("a client failed", e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }
}
