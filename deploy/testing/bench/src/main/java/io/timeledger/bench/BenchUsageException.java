package io.timeledger.bench;

/// A command line that cannot be understood.
public final class BenchUsageException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public BenchUsageException(String message) {
    super(message);
  }
}
