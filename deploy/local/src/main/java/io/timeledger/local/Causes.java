package io.timeledger.local;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A failure in one line per cause, outermost first: frameworks wrap the one that tells.
final class Causes {
  private Causes() {}

  static String of(Throwable failure) {
    return Stream.iterate(failure, it -> it != null, Throwable::getCause)
        .map(Throwable::toString)
        .distinct()
        .collect(Collectors.joining("\n  because "));
  }
}
