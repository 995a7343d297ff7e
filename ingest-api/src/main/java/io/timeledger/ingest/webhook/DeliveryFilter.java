package io.timeledger.ingest.webhook;

import io.timeledger.ingest.web.query.QueryRanges;
import io.timeledger.schemas.webhook.DeliveryState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Filter for deliveries; null does not restrict.
///
/// @param event a name on the wire
/// @param code the status of the last response
/// @param from creation, inclusive
/// @param to creation, exclusive
public record DeliveryFilter(
    @Nullable DeliveryState state,
    @Nullable String event,
    @Nullable Integer code,
    @Nullable Instant from,
    @Nullable Instant to) {

  public DeliveryFilter {
    QueryRanges.requireBetween("code", code, 100, 599);
  }
}
