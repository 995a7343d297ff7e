package io.timeledger.acceptance.check;

import io.timeledger.acceptance.client.Operation;
import java.util.stream.Stream;

/// Acknowledged writes are on the log once; writes without a response, at most once.
final class AcknowledgedWritesExistOnce implements Invariant {
  @Override
  public Stream<String> violations(Evidence evidence) {
    EventsByMark traces = new EventsByMark(evidence.facts());
    return evidence.ops().stream()
        .filter(op -> !op.isRefused())
        .filter(op -> isWrong(op, traces.of(op)))
        .map(op -> "%d times on the log: %s".formatted(traces.of(op), op));
  }

  private static boolean isWrong(Operation op, int times) {
    return op.isAcknowledged() ? times != 1 : times > 1;
  }
}
