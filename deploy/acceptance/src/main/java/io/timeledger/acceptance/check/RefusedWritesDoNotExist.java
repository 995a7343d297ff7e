package io.timeledger.acceptance.check;

import io.timeledger.acceptance.client.Kind;
import java.util.stream.Stream;

/// What was refused left no event. A refused stop or deletion names no event of its own.
final class RefusedWritesDoNotExist implements Rule {
  @Override
  public Stream<String> violations(Evidence evidence) {
    Traces traces = new Traces(evidence.facts());
    return evidence.ops().stream()
        .filter(op -> op.isRefused() && op.kind() != Kind.STOP && op.kind() != Kind.DELETE)
        .filter(op -> traces.of(op) > 0)
        .map(op -> "refused, yet on the log: " + op);
  }
}
