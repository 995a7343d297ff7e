package io.timeledger.calendar.round;

/// The connection was moved to another lane, where its work is due, and its former lane was
/// deleted.
public final class LaneMovedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public LaneMovedException(LaneLease lease, String lane) {
    super("lane %s was moved to %s".formatted(lease.laneId(), lane), null, false, false);
  }
}
