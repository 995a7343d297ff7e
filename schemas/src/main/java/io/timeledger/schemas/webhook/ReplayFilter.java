package io.timeledger.schemas.webhook;

import io.timeledger.schemas.id.DeliveryId;
import io.timeledger.schemas.resource.SortedSets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Selects deliveries of a webhook to replay; all conditions that are set must match.
///
/// @param states empty means `held`, `failed_permanent` and `exhausted`; [DeliveryState#LEASED] and
///     `pending` are not allowed
/// @param events names on the wire; empty means all
/// @param from creation of the delivery, inclusive
/// @param to creation of the delivery, exclusive
/// @param deliveryIds empty means all
public record ReplayFilter(
    Set<DeliveryState> states,
    List<String> events,
    @Nullable Instant from,
    @Nullable Instant to,
    List<DeliveryId> deliveryIds) {
  public ReplayFilter {
    states = SortedSets.copyOf(states);
    events = List.copyOf(events);
    deliveryIds = List.copyOf(deliveryIds);
  }
}
