package io.timeledger.acceptance.check;

import io.timeledger.acceptance.client.RequestAttempt;
import io.timeledger.acceptance.fault.Incident;

/// A period in which no write could be on two brokers, in milliseconds since the run began.
record MajorityLoss(String fault, long from, long to) {
  static MajorityLoss of(Incident incident) {
    return new MajorityLoss(incident.fault(), incident.harmedAt(), incident.mendedAt());
  }

  boolean hasBeginOf(RequestAttempt attempt) {
    return attempt.at() >= from && attempt.at() < to;
  }

  boolean hasAnswerOf(RequestAttempt attempt) {
    return attempt.answeredAt() < to;
  }
}
