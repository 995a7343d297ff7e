package io.timeledger.calendar.round;

import java.util.List;
import java.util.Optional;

/// The due work of a lane. Each call is one transaction that prolongs the lease. It throws
/// [LostLeaseException] if another holder has the lane, and one that writes a result throws
/// [RoundSupersededException] if the owner changed the connection since the work began.
public interface Rounds {

  /// The next due work: listings first, then push channels, then the calendar that has been due
  /// longest.
  Optional<DueWork> next(LaneLease lease);

  /// Stores the calendars of a connection and makes newly selected ones due.
  ///
  /// @return false, with nothing stored, if one of them belongs to another connection of the member
  boolean listed(LaneLease lease, DueWork.DueListing due, List<ListedCalendar> calendars);

  /// Discards the cursor: the calendar stays due for a full round.
  void forgetCursor(LaneLease lease, DueWork.DueRound due);

  /// Records the failure and backs off.
  void failed(LaneLease lease, DueWork due, FailedWork failure);

  /// Records that one calendar failed; the lane's other work goes on.
  ///
  /// @param listAgain whether the calendar may be gone, so that the connection lists its calendars
  void skipped(LaneLease lease, DueWork.DueRound due, FailedWork failure, boolean listAgain);

  /// Releases the lane.
  void release(LaneLease lease);
}
