package io.timeledger.webhooks.fanout;

import io.timeledger.schemas.id.DeliveryId;
import io.timeledger.schemas.id.WebhookId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.webhook.DeliveryTrigger;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A delivery to be recorded.
///
/// @param variant of the body
/// @param laneId where it waits
/// @param replayNo 0 for the event itself
/// @param held recorded, but not to be tried
public record NewDelivery(
    DeliveryId id,
    LocalDate day,
    WorkspaceId workspaceId,
    WebhookId webhookId,
    String laneId,
    String eventId,
    String eventType,
    Instant occurredAt,
    String variant,
    DeliveryTrigger trigger,
    int replayNo,
    @Nullable String replayJobId,
    @Nullable String commandId,
    @Nullable String traceparent,
    boolean held) {}
