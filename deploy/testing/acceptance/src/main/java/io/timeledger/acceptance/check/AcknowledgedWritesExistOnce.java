package io.timeledger.acceptance.check;

import io.timeledger.acceptance.client.Operation;
import java.util.stream.Stream;

/// Acknowledged writes are on the log once; writes without a response, at most once.
final class AcknowledgedWritesExistOnce implements Invariant {
  @Override
  public Stream<String> violations(Evidence evidence) {
    EventsByMark traces = new EventsByMark(evidence.facts());
    return evidence.ops().stream()
        .filter(operation -> !operation.isRefused())
        .filter(operation -> isWrong(operation, traces.of(operation)))
        .map(operation -> "%d times on the log: %s".formatted(traces.of(operation), operation));
  }

  private static boolean isWrong(Operation operation, int times) {
    return operation.isAcknowledged() ? times != 1 : times > 1;
  }
}
