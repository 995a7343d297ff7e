package io.timeledger.webhooks.subscription;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// When an endpoint that only fails is disabled: after a time without one success, in which it
/// failed often enough to be sure. On the way there notices are given at 50, 70, 90 and 100
/// percent.
///
/// @param patience how long it may fail
/// @param fewest attempts that must have failed in that time
public record FailureWatch(Duration patience, int fewest) {
  private static final int[] NOTICES = {100, 90, 70, 50};

  /// How far on its way an endpoint is: 0, 50, 70, 90 or 100.
  ///
  /// @param firstFailure since when every attempt failed; null when the last one did not
  /// @param failures since then
  public int percent(@Nullable Instant firstFailure, int failures, Instant now) {
    if (firstFailure == null || failures < fewest) {
      return 0;
    }
    long share = Duration.between(firstFailure, now).toMillis() * 100 / patience.toMillis();
    for (int notice : NOTICES) {
      if (share >= notice) {
        return notice;
      }
    }
    return 0;
  }
}
