package io.timeledger.calendar.round;

/// Another one has the lane by now, or its connection is gone: nothing was written.
public final class LostLeaseException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public LostLeaseException(LaneLease lease) {
    super("lane %s is not leased by token %d".formatted(lease.laneId(), lease.token()));
  }
}
