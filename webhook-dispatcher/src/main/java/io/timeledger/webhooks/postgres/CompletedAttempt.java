package io.timeledger.webhooks.postgres;

import io.timeledger.schemas.webhook.DeliveryState;
import io.timeledger.webhooks.attempt.NextStep;
import io.timeledger.webhooks.engine.AttemptResult;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// An attempt that is over, with what becomes of its delivery.
///
/// @param owned whether the lease still held
record CompletedAttempt(AttemptResult ended, NextStep next, boolean owned) {

  static String[] deliveryIds(List<CompletedAttempt> finished) {
    return finished.stream().map(CompletedAttempt::deliveryId).toArray(String[]::new);
  }

  String deliveryId() {
    return ended.lease().deliveryId().value();
  }

  DeliveryState state() {
    return switch (next) {
      case NextStep.Delivered it -> DeliveryState.DELIVERED;
      case NextStep.FailedPermanently it -> DeliveryState.FAILED_PERMANENT;
      case NextStep.Exhausted it -> DeliveryState.EXHAUSTED;
      case NextStep.Retry it -> DeliveryState.PENDING;
    };
  }

  boolean isFinal() {
    return state().isFinal();
  }

  /// When it is tried again; null when it is not.
  @Nullable Instant dueAt() {
    return next instanceof NextStep.Retry retry ? retry.at() : null;
  }

  boolean isBilled() {
    return next.tries().billed() > ended.lease().before().billed();
  }

  String outcome() {
    return ended.answer().outcome().wireName();
  }

  String stateName() {
    return state().name().toLowerCase(Locale.ROOT);
  }
}
