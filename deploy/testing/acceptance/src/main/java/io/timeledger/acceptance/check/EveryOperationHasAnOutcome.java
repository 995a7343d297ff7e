package io.timeledger.acceptance.check;

import java.util.stream.Stream;

/// Every operation, retried for long enough, gets an outcome.
final class EveryOperationHasAnOutcome implements Invariant {
  @Override
  public Stream<String> violations(Evidence evidence) {
    return evidence.ops().stream()
        .filter(op -> !op.isAcknowledged() && !op.isRefused())
        .map(op -> "no outcome: " + op);
  }
}
