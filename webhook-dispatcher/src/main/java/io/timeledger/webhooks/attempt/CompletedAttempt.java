package io.timeledger.webhooks.attempt;

import io.timeledger.runtime.Trace;
import io.timeledger.schemas.webhook.DeliveryOutcome;
import io.timeledger.schemas.webhook.DeliveryState;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An attempt that is over, with what becomes of its delivery.
///
/// @param owned whether the lease still held
public record CompletedAttempt(AttemptResult ended, NextStep next, boolean owned) {

  public String deliveryId() {
    return ended.lease().deliveryId().value();
  }

  DeliveryState state() {
    return switch (next) {
      case NextStep.Delivered _ -> DeliveryState.DELIVERED;
      case NextStep.FailedPermanently _ -> DeliveryState.FAILED_PERMANENT;
      case NextStep.Exhausted _ -> DeliveryState.EXHAUSTED;
      case NextStep.Retry _ -> DeliveryState.PENDING;
    };
  }

  public boolean isFinal() {
    return state().isFinal();
  }

  /// When it is tried again; null when it is not.
  public @Nullable Instant dueAt() {
    return next instanceof NextStep.Retry retry ? retry.at() : null;
  }

  public boolean isBilled() {
    return next.tries().billed() > ended.lease().before().billed();
  }

  public String outcome() {
    return ended.answer().outcome().wireName();
  }

  public String stateName() {
    return state().name().toLowerCase(Locale.ROOT);
  }

  /// The outcome to publish.
  public DeliveryOutcome deliveryOutcome() {
    Lease lease = ended.lease();
    return new DeliveryOutcome(
        lease.deliveryId(),
        lease.webhookId(),
        lease.workspaceId(),
        lease.eventId(),
        lease.eventType(),
        lease.trigger(),
        state(),
        ended.answer().outcome(),
        lease.attemptNo(),
        lease.createdAt(),
        ended.endedAt());
  }

  /// Headers of the outcome record.
  public Map<String, String> headers() {
    String traceparent = ended.lease().traceparent();
    return traceparent == null ? Map.of() : Map.of(Trace.HEADER, traceparent);
  }
}
