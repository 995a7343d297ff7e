package io.timeledger.local;

/// The command line makes no sense; the message says which part and why.
final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message);
  }
}
