package io.timeledger.local.cli;

/// An invalid command line; the message says which part and why.
public final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UsageException(String message) {
    super(message);
  }
}
