package io.timeledger.webhooks.control;

import io.timeledger.schemas.id.DeliveryId;
import io.timeledger.schemas.id.WorkspaceId;
import java.time.Instant;
import java.time.LocalDate;

/// A delivery that may be made again.
///
/// @param hasBody whether what it carried is still kept
/// @param nextReplayNo of one more delivery of its event to its endpoint
public record PastDelivery(
    DeliveryId id,
    LocalDate day,
    WorkspaceId workspaceId,
    String eventId,
    String eventType,
    Instant occurredAt,
    String variant,
    Instant createdAt,
    boolean hasBody,
    int nextReplayNo) {}
