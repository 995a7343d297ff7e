package io.timeledger.webhooks.queue;

import io.timeledger.webhooks.queue.Slots.Candidate;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/// Lanes that were due but got no slot; other lanes come first in the next claim. Without this,
/// every claim would look at the same oldest lanes, and the rest would starve.
final class LaneRotation {
  private final Set<String> over = new HashSet<>();

  /// Who is not to be looked at now.
  Set<String> over() {
    return Set.copyOf(over);
  }

  /// After a look.
  ///
  /// @param due what was looked at
  /// @param chosen those of them that got a slot
  /// @param more whether there may be lanes behind them
  void taken(Collection<Candidate> due, Collection<Candidate> chosen, boolean more) {
    if (!more) {
      over.clear();
      return;
    }
    Set<String> served = new HashSet<>();
    chosen.forEach(lane -> served.add(lane.laneId()));
    due.stream().map(Candidate::laneId).filter(lane -> !served.contains(lane)).forEach(over::add);
  }
}
