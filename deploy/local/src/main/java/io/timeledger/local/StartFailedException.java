package io.timeledger.local;

import org.jspecify.annotations.Nullable;

/// The platform cannot start; the message tells the user how to fix it.
final class StartFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StartFailedException(String message) {
    super(message);
  }

  StartFailedException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
