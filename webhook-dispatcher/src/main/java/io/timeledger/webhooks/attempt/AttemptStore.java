package io.timeledger.webhooks.attempt;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Where attempts are on record, with their deliveries and lanes, as of one transaction.
public interface AttemptStore {

  /// Holds the lanes until the transaction ends.
  ///
  /// @return those that exist, by id
  Map<String, LaneState> lock(Collection<String> laneIds);

  /// Tokens of the leases that hold.
  Set<Long> heldLeases(List<AttemptResult> results);

  /// Completes the attempts that were written before their calls, also those whose lease was lost.
  void complete(List<CompletedAttempt> all);

  /// Brings deliveries up to date, back into the queue or out of it.
  void update(List<CompletedAttempt> owned);

  /// @param result how many attempts of each lane are in flight no longer
  void update(Collection<LaneState> lanes, Map<String, Integer> result);

  /// Recomputes when each lane is due.
  void refresh(Collection<String> laneIds);

  /// Tells others what became of deliveries.
  void send(List<CompletedAttempt> finals);
}
