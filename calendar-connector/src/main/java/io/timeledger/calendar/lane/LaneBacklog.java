package io.timeledger.calendar.lane;

import java.time.Duration;
import java.util.Map;

/// The backlog of lanes at one point in time.
///
/// @param oldestDue longest time that a lane has been due, not counting lanes on hold or leased;
///     zero when none waits
/// @param connections number of connections by status
/// @param stale connections without a successful round for a day
public record LaneBacklog(Duration oldestDue, Map<String, Integer> connections, int stale) {
  static final LaneBacklog NONE = new LaneBacklog(Duration.ZERO, Map.of(), 0);

  public LaneBacklog {
    connections = Map.copyOf(connections);
  }
}
