package io.timeledger.calendar.lane;

import io.timeledger.calendar.round.LaneLease;
import java.time.Duration;
import java.util.List;

/// The lanes. They live in the database and are shared by all instances.
public interface LaneQueue {

  /// Leases due lanes without a holder, the longest due first.
  List<LaneLease> claim(int most);

  /// How long to wait before the next claim. Bounded, because other instances may make lanes due
  /// without a signal here.
  Duration nextIn();

  /// Expires the leases of earlier runs of this instance, whose rounds ended with the process.
  void endEarlierRuns();

  LaneBacklog backlog();
}
