package io.timeledger.calendar.lane;

import java.time.Duration;
import java.util.Map;

/// What waits in the lanes, as of one look.
///
/// @param oldestDue for how long the lane that waits longest has been due, those left out that are
///     held or being worked on; zero when none waits
/// @param connections how many there are, by status
/// @param stale connections that no round has ended well of for a day
public record LaneBacklog(Duration oldestDue, Map<String, Integer> connections, int stale) {
  static final LaneBacklog NONE = new LaneBacklog(Duration.ZERO, Map.of(), 0);

  public LaneBacklog {
    connections = Map.copyOf(connections);
  }
}
