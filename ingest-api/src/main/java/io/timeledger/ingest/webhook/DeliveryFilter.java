package io.timeledger.ingest.webhook;

import static io.timeledger.schemas.reply.ErrorCode.INVALID_PARAMETER;

import io.timeledger.ingest.web.error.ApiException;
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
    if (code != null && (code < 100 || code > 599)) {
      throw ApiException.of(INVALID_PARAMETER, "code", "Expected 100 to 599.");
    }
  }
}
