package io.timeledger.acceptance.check;

import java.util.Set;
import java.util.stream.Stream;

/// A command that was answered 202 is decided, and its sender can query the outcome.
final class PromisesAreKept implements Invariant {
  private static final Set<String> DECIDED = Set.of("accepted", "rejected");

  @Override
  public Stream<String> violations(Evidence evidence) {
    return evidence.promises().stream()
        .filter(promise -> !DECIDED.contains(promise.status()))
        .map(promise -> "202 of %s became: %s".formatted(promise.mark(), promise.status()));
  }
}
