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
  AttemptCount tries();

  /// It arrived.
  record Delivered(AttemptCount tries) implements NextStep {}

  /// It was refused for good, or asked not to be repeated.
  record FailedPermanently(AttemptCount tries) implements NextStep {}

  /// The last attempt of the schedule failed.
  record Exhausted(AttemptCount tries) implements NextStep {}

  /// It is tried again, never earlier than `at`.
  record Retry(AttemptCount tries, Instant at) implements NextStep {}

  /// @param before how often it had been tried
  /// @param dueAt when the attempt was due
  /// @param endedAt of the attempt
  static NextStep after(
      ReceiverAnswer answer,
      AttemptCount before,
      RetrySchedule schedule,
      Instant dueAt,
      Instant endedAt) {
    AttemptOutcome outcome = answer.outcome();
    AttemptCount tries = before.with(outcome);
    if (OutcomePolicy.isSuccess(outcome)) {
      return new Delivered(tries);
    }
    if (OutcomePolicy.isPermanent(outcome) || answer.directive() != ReceiverAnswer.Directive.NONE) {
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
