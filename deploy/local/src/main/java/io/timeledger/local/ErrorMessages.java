package io.timeledger.local;

import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A failure in one line per cause, outermost first, because frameworks wrap the informative one.
final class ErrorMessages {
  private ErrorMessages() {}

  static String of(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .filter(cause -> !(cause instanceof ExecutionException))
        .map(Throwable::toString)
        .distinct()
        .collect(Collectors.joining("\n  because "));
  }
}
