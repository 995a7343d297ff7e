package io.timeledger.webhooks.attempt;

import io.timeledger.schemas.id.DeliveryId;
import io.timeledger.schemas.id.WebhookId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.webhook.DeliveryTrigger;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A delivery whose attempt belongs to this instance until the lease expires. Completing it with a
/// token that the queue no longer has changes nothing: another instance owns it by then.
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

  /// Whether it is a test, which does not count for the health of the endpoint.
  public boolean isTest() {
    return trigger == DeliveryTrigger.TEST;
  }
}
