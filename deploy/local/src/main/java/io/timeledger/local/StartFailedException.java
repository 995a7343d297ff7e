package io.timeledger.local;

import org.jspecify.annotations.Nullable;

/// The platform cannot come up; the message tells a person what to do about it.
final class StartFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StartFailedException(String message) {
    super(message);
  }

  StartFailedException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
