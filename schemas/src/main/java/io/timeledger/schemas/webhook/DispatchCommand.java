package io.timeledger.schemas.webhook;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.timeledger.schemas.id.DeliveryId;
import io.timeledger.schemas.id.ReplayId;
import io.timeledger.schemas.id.WebhookId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something that the dispatcher is asked to do. Its name on the wire is that of its
/// `@JsonTypeName`.
public sealed interface DispatchCommand {
  WebhookId webhookId();

  /// One attempt with a `webhook.test` event, also while the webhook is off; counts for nothing.
  /// Answered once the attempt has ended and its row can be read.
  ///
  /// @param deliveryId of the delivery to be made
  /// @param notAfter when nobody waits any more: not begun after it, and answered with a problem
  @JsonTypeName("test_webhook")
  record TestWebhook(WebhookId webhookId, DeliveryId deliveryId, Instant notAfter)
      implements DispatchCommand {}

  /// One more delivery of what a delivery carried: the same bytes, all attempts anew, whatever
  /// came of the first, and also while the webhook is off. Answered once the new row can be read.
  ///
  /// @param of a delivery of this webhook, else `not_found`
  /// @param deliveryId of the delivery to be made
  @JsonTypeName("redeliver")
  record Redeliver(WebhookId webhookId, DeliveryId of, DeliveryId deliveryId)
      implements DispatchCommand {}

  /// Begins a job that makes a new delivery for each that the filter finds, the oldest event
  /// first. The job survives restarts. Answered once its row can be read.
  ///
  /// @param replayId of the job to be made
  /// @param ratePerSecond new deliveries per second at most; null leaves it to the dispatcher
  @JsonTypeName("replay")
  record Replay(
      WebhookId webhookId, ReplayId replayId, ReplayFilter filter, @Nullable Integer ratePerSecond)
      implements DispatchCommand {}

  /// Ends a job: what it has not begun is not begun, and its pending deliveries are cancelled.
  /// One that has ended stays as it is, and that is no error.
  @JsonTypeName("cancel_replay")
  record CancelReplay(WebhookId webhookId, ReplayId replayId) implements DispatchCommand {}
}
