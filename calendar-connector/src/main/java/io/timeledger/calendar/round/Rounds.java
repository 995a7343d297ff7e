package io.timeledger.calendar.round;

import java.util.List;
import java.util.Optional;

/// What is due in a lane. Each call is a transaction of its own, prolongs the lease, and throws
/// [LostLeaseException] if another one has the lane by now.
public interface Rounds {

  /// What has been due longest.
  Optional<DueWork> next(LaneLease lease);

  /// Keeps the calendars of a connection, and makes the chosen ones due.
  ///
  /// @return false when another connection of the member has one of them: then nothing was kept
  boolean listed(LaneLease lease, DueWork.DueListing due, List<ListedCalendar> calendars);

  /// The provider's cursor is gone: the calendar stays due, and is read as a whole.
  void forgetCursor(LaneLease lease, DueWork.DueRound due);

  /// Work ended in a failure.
  void failed(LaneLease lease, DueWork due, FailedWork failure);

  /// Gives the lane back.
  void release(LaneLease lease);
}
