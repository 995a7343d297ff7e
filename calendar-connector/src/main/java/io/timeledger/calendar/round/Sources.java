package io.timeledger.calendar.round;

import io.timeledger.calendar.round.DueWork.DueRound;

/// The sources of calendars and the blocks folded from them.
public interface Sources {

  /// Writes the slice, folds the blocks that it touches and queues their records, all in one
  /// transaction that also prolongs the lease.
  ///
  /// @throws LostLeaseException if another holder has the lane; nothing is written then
  /// @throws RoundSupersededException if the owner changed what is read; nothing is written then
  SliceResult apply(LaneLease lease, DueRound round, SourceSlice slice);
}
