package io.timeledger.webhooks.attempt;

import io.timeledger.schemas.id.DeliveryId;
import io.timeledger.schemas.id.WebhookId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.webhook.DeliveryTrigger;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A delivery whose attempt is ours until the lease runs out. Finishing it without the token that
/// stands in the queue changes nothing: somebody else has it by then.
///
/// @param day of the event, in UTC: part of the delivery's key
/// @param commandId that asked for it; null for an event
/// @param attemptNo from 1
/// @param before how often it had been tried
/// @param scheduledFor when it was due
/// @param startedAt by the database's clock
public record Lease(
    DeliveryId deliveryId,
    LocalDate day,
    String laneId,
    WebhookId webhookId,
    WorkspaceId workspaceId,
    String eventId,
    String eventType,
    DeliveryTrigger trigger,
    @Nullable String commandId,
    @Nullable String traceparent,
    Instant createdAt,
    int attemptNo,
    AttemptCount before,
    Instant scheduledFor,
    Instant startedAt,
    long token) {

  /// Whether it tells how the endpoint does.
  public boolean isTest() {
    return trigger == DeliveryTrigger.TEST;
  }
}
