package io.timeledger.acceptance.check;

import io.timeledger.acceptance.client.RequestAttempt;
import java.util.stream.Stream;

/// While no write can be on two brokers, each is answered in time, and none as accepted.
///
/// A retry may get the outcome of an earlier attempt; a refusal may be for form alone.
final class WithoutTwoBrokersWritesAreRefused implements Invariant {
  /// Five seconds for the reply, one for the producer, and slack for a busy machine.
  private static final int LONGEST_MILLIS = 8000;

  @Override
  public Stream<String> violations(Evidence evidence) {
    return evidence.outages().stream()
        .flatMap(
            outage ->
                evidence.attempts().stream()
                    .filter(outage::hasBeginOf)
                    .filter(attempt -> isLate(attempt) || isKept(attempt, outage))
                    .map(attempt -> "in %s: %s".formatted(outage, attempt)));
  }

  private static boolean isLate(RequestAttempt attempt) {
    return attempt.status() == 0 || attempt.millis() > LONGEST_MILLIS;
  }

  private static boolean isKept(RequestAttempt attempt, MajorityLoss outage) {
    return attempt.isFirst() && outage.hasAnswerOf(attempt) && attempt.status() / 100 == 2;
  }
}
