package io.timeledger.calendar.lane;

import io.timeledger.calendar.round.LaneLease;
import java.time.Duration;
import java.util.List;

/// The lanes, which are in the database and shared by all instances.
public interface LaneQueue {

  /// Leases lanes that are due and nobody has, the longest due first.
  List<LaneLease> claim(int most);

  /// How long until another lane may be due, at most as long as another instance may go unheard.
  Duration nextIn();

  /// Frees the lanes of earlier runs of this instance: their rounds ended with them.
  void endEarlierRuns();

  LaneBacklog backlog();
}
