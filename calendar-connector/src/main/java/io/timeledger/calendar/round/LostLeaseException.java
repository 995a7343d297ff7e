package io.timeledger.calendar.round;

/// Another holder has the lane now, or its connection was deleted. The transaction is rolled back.
public final class LostLeaseException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public LostLeaseException(LaneLease lease) {
    super("lane %s is not leased by token %d".formatted(lease.laneId(), lease.token()));
  }
}
