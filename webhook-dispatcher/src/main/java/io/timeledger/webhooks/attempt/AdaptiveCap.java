package io.timeledger.webhooks.attempt;

import io.timeledger.schemas.webhook.AttemptOutcome;
import java.time.Duration;

/// How many calls an endpoint gets at once: halved by every time-out down to one, one more after
/// twenty quick successes in a row, up to what its owner set.
///
/// @param now calls that may be in flight, from 1 to `max`
/// @param quickSuccesses since the cap changed last or something else happened
public record AdaptiveCap(int now, int max, int quickSuccesses) {
  private static final Duration QUICK = Duration.ofSeconds(1);
  private static final int STREAK = 20;

  AdaptiveCap after(AttemptOutcome outcome, Duration took) {
    if (outcome == AttemptOutcome.TIMEOUT) {
      return new AdaptiveCap(Math.max(1, now / 2), max, 0);
    }
    if (!OutcomePolicy.isSuccess(outcome) || took.compareTo(QUICK) >= 0) {
      return new AdaptiveCap(now, max, 0);
    }
    return quickSuccesses + 1 < STREAK
        ? new AdaptiveCap(now, max, quickSuccesses + 1)
        : new AdaptiveCap(Math.min(max, now + 1), max, 0);
  }
}
