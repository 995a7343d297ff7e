package io.timeledger.cli;

/// A command line that is wrong for a reason that its options cannot tell; the message says which
/// part and why.
public final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UsageException(String message) {
    super(message);
  }
}
