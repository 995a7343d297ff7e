package io.timeledger.ingest.webhook;

import io.timeledger.schemas.webhook.DeliveryState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Which deliveries; null asks for no restriction.
///
/// @param event a name on the wire
/// @param code the status of the last answer
/// @param from creation, inclusive
/// @param to creation, exclusive
public record DeliveryFilter(
    @Nullable DeliveryState state,
    @Nullable String event,
    @Nullable Integer code,
    @Nullable Instant from,
    @Nullable Instant to) {}
