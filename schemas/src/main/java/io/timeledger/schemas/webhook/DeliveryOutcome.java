package io.timeledger.schemas.webhook;

import io.timeledger.schemas.id.DeliveryId;
import io.timeledger.schemas.id.WebhookId;
import io.timeledger.schemas.id.WorkspaceId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The result of a delivery, on the public topic `time.webhook-outcomes.v1`, keyed by workspace:
/// one record per delivery that reached a final state, at least once.
///
/// @param eventId of the event; of a test, of the synthetic event
/// @param event its type, or `webhook.test`
/// @param state a final one
/// @param reason of the last attempt that counted; null when none was made
/// @param attempts all attempts, including those that do not count
/// @param createdAt when the dispatcher consumed the event
public record DeliveryOutcome(
    DeliveryId deliveryId,
    WebhookId webhookId,
    WorkspaceId workspaceId,
    String eventId,
    String event,
    DeliveryTrigger trigger,
    DeliveryState state,
    @Nullable AttemptOutcome reason,
    int attempts,
    Instant createdAt,
    Instant finishedAt) {}
