package io.timeledger.webhooks.queue;

import io.timeledger.webhooks.attempt.AttemptResult;
import java.util.List;
import java.util.Set;

/// The queue of deliveries, which is in the database and shared by all instances.
public interface DeliveryQueue {

  /// Takes what is due and has a slot: leased, and its attempts written down, before this
  /// returns.
  ClaimResult claim(Slots slots);

  /// Writes the results of attempts in one transaction: attempts, deliveries, next due times, state
  /// of lanes, and outbox records. If a lease was lost, only the attempt is completed.
  void finish(List<AttemptResult> results);

  /// Lets the leases of earlier runs of this instance run out: their calls ended with them.
  void endEarlierRuns();

  /// Attempts whose lease expired because their instance stopped or froze.
  List<AttemptResult> expired();

  /// What waits now.
  ///
  /// @param without hosts that do not count
  Backlog backlog(Set<String> without);

  /// Mends what crashes may have left behind in the lanes.
  void repairLanes();
}
