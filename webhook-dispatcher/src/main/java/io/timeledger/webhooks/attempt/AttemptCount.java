package io.timeledger.webhooks.attempt;

import io.timeledger.schemas.webhook.AttemptOutcome;

/// How often a delivery was tried.
///
/// @param billed attempts that used up the retry schedule
/// @param interruptions attempts that were cut by ourselves, in all
public record AttemptCount(int billed, int interruptions) {

  /// So many attempts may be cut by ourselves before one counts: what makes us crash must not
  /// make us crash for ever.
  public static final int FREE_INTERRUPTIONS = 3;

  AttemptCount with(AttemptOutcome outcome) {
    if (outcome == AttemptOutcome.INTERRUPTED && interruptions < FREE_INTERRUPTIONS) {
      return new AttemptCount(billed, interruptions + 1);
    }
    return OutcomePolicy.isBilled(outcome) || outcome == AttemptOutcome.INTERRUPTED
        ? new AttemptCount(billed + 1, interruptions)
        : this;
  }
}
