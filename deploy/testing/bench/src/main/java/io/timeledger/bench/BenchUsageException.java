package io.timeledger.bench;

/// An invalid command line.
public final class BenchUsageException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public BenchUsageException(String message) {
    super(message);
  }
}
