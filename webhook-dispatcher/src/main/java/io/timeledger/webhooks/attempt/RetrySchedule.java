package io.timeledger.webhooks.attempt;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The gaps between attempts, each counted from the end of an attempt to the start of the next:
/// one attempt more than there are gaps.
///
/// @param delays in order; may be empty
public record RetrySchedule(List<Duration> delays) {
  public RetrySchedule {
    delays = List.copyOf(delays);
  }

  /// @param scale of all gaps, 1 but for tests
  public static RetrySchedule ofSeconds(List<Integer> seconds, double scale) {
    return new RetrySchedule(
        seconds.stream().map(delay -> Duration.ofNanos(Math.round(delay * 1e9 * scale))).toList());
  }

  /// When to try again; empty when that was the last attempt.
  ///
  /// @param billed attempts that count, the one that just ended included
  /// @param hint of the answer; can only delay
  public Optional<Instant> next(int billed, Instant endedAt, Optional<Duration> hint) {
    if (billed > delays.size()) {
      return Optional.empty();
    }
    Duration delay = delays.get(billed - 1);
    return Optional.of(endedAt.plus(hint.filter(wait -> wait.compareTo(delay) > 0).orElse(delay)));
  }
}
