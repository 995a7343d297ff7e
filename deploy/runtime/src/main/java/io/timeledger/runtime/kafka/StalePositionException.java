package io.timeledger.runtime.kafka;

/// A stored position is not the start of the batch; rolls back the transaction.
public final class StalePositionException extends RuntimeException {
  private static final long serialVersionUID = 1;

  StalePositionException(OffsetRange range) {
    super("position was moved on by another writer: " + range);
  }
}
