package io.timeledger.calendar.round;

import io.timeledger.calendar.round.DueWork.DueRound;

/// The sources of calendars, and the blocks that they are folded into.
public interface Sources {

  /// Writes the slice, the blocks of what it changes and what it tells others, in one transaction
  /// that also prolongs the lease.
  ///
  /// @throws LostLeaseException if another one has the lane by now: then nothing was written
  SliceResult apply(LaneLease lease, DueRound round, SourceSlice slice);
}
