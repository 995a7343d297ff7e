package io.timeledger.schemas.webhook;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.timeledger.schemas.id.DeliveryId;
import io.timeledger.schemas.id.ReplayId;
import io.timeledger.schemas.id.WebhookId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A command to the dispatcher. Its wire name is its `@JsonTypeName`.
public sealed interface DispatchCommand {
  WebhookId webhookId();

  /// One attempt with a `webhook.test` event, even while the webhook is disabled; does not count.
  /// Answered once the attempt has ended and its row can be read.
  ///
  /// @param deliveryId of the delivery to be created
  /// @param notAfter when the caller stops waiting: later the attempt is not begun, and the reply
  ///     is a problem
  @JsonTypeName("test_webhook")
  record TestWebhook(WebhookId webhookId, DeliveryId deliveryId, Instant notAfter)
      implements DispatchCommand {}

  /// A new delivery of the same bytes with all its attempts, whatever the result of the first, and
  /// even while the webhook is disabled. Answered once the new row can be read.
  ///
  /// @param of a delivery of this webhook, else `not_found`
  /// @param deliveryId of the delivery to be created
  @JsonTypeName("redeliver")
  record Redeliver(WebhookId webhookId, DeliveryId of, DeliveryId deliveryId)
      implements DispatchCommand {}

  /// Starts a job that creates a new delivery for each match of the filter, the oldest event first.
  /// The job survives restarts. Answered once its row can be read.
  ///
  /// @param replayId of the job to be created
  /// @param ratePerSecond maximum new deliveries per second; null uses the dispatcher's default
  @JsonTypeName("replay")
  record Replay(
      WebhookId webhookId, ReplayId replayId, ReplayFilter filter, @Nullable Integer ratePerSecond)
      implements DispatchCommand {}

  /// Cancels a job: it creates no more deliveries, and its pending ones are cancelled. A no-op for
  /// a job that has ended.
  @JsonTypeName("cancel_replay")
  record CancelReplay(WebhookId webhookId, ReplayId replayId) implements DispatchCommand {}
}
