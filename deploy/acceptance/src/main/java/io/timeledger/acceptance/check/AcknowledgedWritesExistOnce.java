package io.timeledger.acceptance.check;

import io.timeledger.acceptance.client.Op;
import java.util.stream.Stream;

/// What was acknowledged is on the log, once; of what nobody was told, at most once.
final class AcknowledgedWritesExistOnce implements Rule {
  @Override
  public Stream<String> violations(Evidence evidence) {
    Traces traces = new Traces(evidence.facts());
    return evidence.ops().stream()
        .filter(op -> !op.isRefused())
        .filter(op -> isWrong(op, traces.of(op)))
        .map(op -> "%d times on the log: %s".formatted(traces.of(op), op));
  }

  private static boolean isWrong(Op op, int times) {
    return op.isAcknowledged() ? times != 1 : times > 1;
  }
}
