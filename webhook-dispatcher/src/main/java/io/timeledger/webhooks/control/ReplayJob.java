package io.timeledger.webhooks.control;

import io.timeledger.schemas.id.ReplayId;
import io.timeledger.schemas.id.WebhookId;
import io.timeledger.schemas.webhook.ReplayFilter;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A replay that is running.
///
/// @param allowed how many deliveries its rate allows since it went on last
/// @param gone whether its endpoint was deleted
/// @param cursor the last delivery that was made again; null at the beginning
public record ReplayJob(
    ReplayId id,
    WebhookId webhookId,
    ReplayFilter filter,
    Instant createdAt,
    int allowed,
    boolean gone,
    @Nullable Cursor cursor) {

  /// @param createdAt of the delivery
  public record Cursor(Instant createdAt, String deliveryId) {}
}
