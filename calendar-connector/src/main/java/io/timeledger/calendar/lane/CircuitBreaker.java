package io.timeledger.calendar.lane;

import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Stops calls for a while when half of the last ones failed. Thread-safe.
final class CircuitBreaker {
  static final int CALLS = 100;
  static final Duration PAUSE = Duration.ofSeconds(30);

  private final BitSet failed = new BitSet(CALLS);
  private int calls;
  private @Nullable Instant closesAt;

  /// How long no call is to be made; empty if calls may be made.
  synchronized Optional<Duration> openFor(Instant now) {
    return closesAt != null && closesAt.isAfter(now)
        ? Optional.of(Duration.between(now, closesAt))
        : Optional.empty();
  }

  /// Records a call. Those that were under way when it opened do not count.
  ///
  /// @return whether it opens
  synchronized boolean ended(boolean hasFailed, Instant now) {
    if (openFor(now).isPresent()) {
      return false;
    }
    failed.set(calls % CALLS, hasFailed);
    calls++;
    if (calls < CALLS || 2 * failed.cardinality() < CALLS) {
      return false;
    }
    closesAt = now.plus(PAUSE);
    calls = 0;
    failed.clear();
    return true;
  }
}
