package io.timeledger.acceptance.check;

import java.util.stream.Stream;

/// Who repeats a request for long enough learns what became of it.
final class EveryWishHasAnOutcome implements Invariant {
  @Override
  public Stream<String> violations(Evidence evidence) {
    return evidence.ops().stream()
        .filter(op -> !op.isAcknowledged() && !op.isRefused())
        .map(op -> "no outcome: " + op);
  }
}
