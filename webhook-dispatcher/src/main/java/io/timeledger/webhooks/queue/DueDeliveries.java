package io.timeledger.webhooks.queue;

import io.timeledger.runtime.ImmutableBytes;
import io.timeledger.webhooks.queue.Slots.Candidate;
import io.timeledger.webhooks.subscription.Endpoint;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What is due in the queue, as of one transaction.
public interface DueDeliveries {

  /// Locks lanes that are due and not locked, the longest due first.
  ///
  /// @param most as many at most
  /// @param fullHosts whose lanes do not count
  /// @param over lanes that do not count
  /// @return by id
  Map<String, DueLane> lanes(int most, Set<String> fullHosts, Set<String> over);

  /// Of the lanes, in the order in which they were due.
  List<Candidate> due(Map<String, DueLane> lanes, int most);

  /// Leases the candidates that are still free, and inserts their attempts.
  List<LeasedDelivery> lease(List<Candidate> chosen);

  /// Has the lanes know what was taken from each, and when they are due next.
  void take(Collection<String> lanes, Map<String, Integer> taken);

  /// By id.
  Map<String, Endpoint> endpoints(List<LeasedDelivery> leases);

  /// By [LeasedDelivery#bodyKey]; absent when it is no longer kept.
  Map<String, ImmutableBytes> bodies(List<LeasedDelivery> leases);
}
