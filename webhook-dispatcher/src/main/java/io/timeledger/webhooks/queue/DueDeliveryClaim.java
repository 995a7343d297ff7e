package io.timeledger.webhooks.queue;

import io.timeledger.runtime.ImmutableBytes;
import io.timeledger.webhooks.queue.Slots.Candidate;
import io.timeledger.webhooks.subscription.Endpoint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// Takes what is due: lanes first, then their deliveries, so that what waits for one endpoint
/// costs another one nothing. Attempts are on record when the transaction ends, before any call.
/// For one thread.
public final class DueDeliveryClaim {
  private static final int MOST_LANES = 64;
  private static final int MOST_AT_ONCE = 100;

  private final LaneRotation rotation = new LaneRotation();

  /// Does what it is given in one transaction.
  public interface Transaction {
    List<DueDelivery> run(Function<DueDeliveries, List<DueDelivery>> work);
  }

  /// @return those that have a slot and a lease now
  public List<DueDelivery> claim(Slots slots, Transaction transaction) {
    List<Candidate> reserved = new ArrayList<>();
    try {
      return transaction.run(due -> take(due, slots, reserved));
    } catch (RuntimeException e) {
      reserved.forEach(delivery -> release(slots, delivery));
      throw e;
    }
  }

  private List<DueDelivery> take(DueDeliveries queue, Slots slots, List<Candidate> reserved) {
    Map<String, DueLane> lanes = queue.lanes(MOST_LANES, slots.fullHosts(), rotation.over());
    if (lanes.isEmpty()) {
      rotation.taken(List.of(), List.of(), false);
      return List.of();
    }
    List<Candidate> due = queue.due(lanes, MOST_AT_ONCE);
    List<Candidate> chosen = slots.take(due);
    reserved.addAll(chosen);
    rotation.taken(due, chosen, lanes.size() == MOST_LANES);
    long startedNanos = System.nanoTime();
    List<LeasedDelivery> leases = chosen.isEmpty() ? List.of() : queue.lease(chosen);
    Set<String> got = new HashSet<>();
    leases.forEach(delivery -> got.add(delivery.lease().deliveryId().value()));
    List<Candidate> kept =
        chosen.stream().filter(delivery -> got.contains(delivery.deliveryId())).toList();
    chosen.stream()
        .filter(delivery -> !kept.contains(delivery))
        .forEach(delivery -> release(slots, delivery));
    reserved.retainAll(kept);
    Map<String, Integer> taken = new HashMap<>();
    kept.forEach(delivery -> taken.merge(delivery.laneId(), 1, Integer::sum));
    queue.take(lanes.keySet(), taken);
    return withBodies(queue, leases, startedNanos);
  }

  private static List<DueDelivery> withBodies(
      DueDeliveries queue, List<LeasedDelivery> leases, long startedNanos) {
    Map<String, Endpoint> known = queue.endpoints(leases);
    Map<String, ImmutableBytes> bodies = queue.bodies(leases);
    List<DueDelivery> claimed = new ArrayList<>();
    for (LeasedDelivery leased : leases) {
      Endpoint endpoint = known.get(leased.lease().webhookId().value());
      ImmutableBytes body = bodies.get(leased.bodyKey());
      if (endpoint == null) {
        // Endpoints are never removed while they have queued deliveries.
        throw new IllegalStateException("no endpoint of " + leased.lease().deliveryId());
      }
      claimed.add(
          new DueDelivery(
              leased.lease(),
              leased.host(),
              body == null
                  ? Endpoint.faulty(endpoint.webhook(), "its body is no longer kept")
                  : endpoint,
              body == null ? ImmutableBytes.NONE : body,
              startedNanos));
    }
    return claimed;
  }

  private static void release(Slots slots, Candidate candidate) {
    slots.release(candidate.workspaceId(), candidate.host(), candidate.retry());
  }
}
