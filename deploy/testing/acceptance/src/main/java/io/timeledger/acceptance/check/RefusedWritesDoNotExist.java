package io.timeledger.acceptance.check;

import io.timeledger.acceptance.client.OperationKind;
import java.util.stream.Stream;

/// A refused write leaves no event. Skips stops and deletions, which have no mark.
final class RefusedWritesDoNotExist implements Invariant {
  @Override
  public Stream<String> violations(Evidence evidence) {
    EventsByMark traces = new EventsByMark(evidence.facts());
    return evidence.ops().stream()
        .filter(
            op ->
                op.isRefused()
                    && op.kind() != OperationKind.STOP
                    && op.kind() != OperationKind.DELETE)
        .filter(op -> traces.of(op) > 0)
        .map(op -> "refused, yet on the log: " + op);
  }
}
