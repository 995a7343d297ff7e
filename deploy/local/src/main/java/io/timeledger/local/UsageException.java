package io.timeledger.local;

/// An invalid command line; the message says which part and why.
final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message);
  }
}
