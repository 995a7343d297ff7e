package io.timeledger.streams.projector.postgres;

/// A position is not the batch's start; rolls back the transaction.
final class StalePositionException extends RuntimeException {
  private static final long serialVersionUID = 1;

  StalePositionException() {
    super("a position was moved on by somebody else");
  }
}
