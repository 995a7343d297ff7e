package io.timeledger.webhooks.attempt;

import io.timeledger.schemas.webhook.AttemptOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What becomes of a delivery after an attempt.
public sealed interface NextStep {
  /// After a fault of our own; what was merely cut is as due as it was.
  Duration OWN_FAULT_PAUSE = Duration.ofMinutes(1);

  /// How often it was tried, the attempt that just ended included.
  Tries tries();

  /// It arrived.
  record Delivered(Tries tries) implements NextStep {}

  /// It was refused for good, or asked not to be repeated.
  record FailedPermanently(Tries tries) implements NextStep {}

  /// The last attempt of the schedule failed.
  record Exhausted(Tries tries) implements NextStep {}

  /// It is tried again, never earlier than `at`.
  record Retry(Tries tries, Instant at) implements NextStep {}

  /// @param before how often it had been tried
  /// @param dueAt when the attempt was due
  /// @param endedAt of the attempt
  static NextStep after(
      Answer answer, Tries before, RetrySchedule schedule, Instant dueAt, Instant endedAt) {
    AttemptOutcome outcome = answer.outcome();
    Tries tries = before.with(outcome);
    if (Outcomes.isSuccess(outcome)) {
      return new Delivered(tries);
    }
    if (Outcomes.isPermanent(outcome) || answer.wish() != Answer.Wish.NONE) {
      return new FailedPermanently(tries);
    }
    if (tries.billed() == before.billed()) {
      boolean again = outcome == AttemptOutcome.INTERRUPTED;
      return new Retry(tries, again ? dueAt : endedAt.plus(OWN_FAULT_PAUSE));
    }
    Optional<Instant> next = schedule.next(tries.billed(), endedAt, answer.retryAfter());
    return next.<NextStep>map(at -> new Retry(tries, at)).orElseGet(() -> new Exhausted(tries));
  }
}
