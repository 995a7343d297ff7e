package io.timeledger.webhooks.attempt;

import io.timeledger.schemas.resource.DisabledReason;
import io.timeledger.webhooks.subscription.FailureWatch;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Health of an endpoint, derived from its attempts.
///
/// @param failures since the last success
/// @param firstFailureAt the first of them; null when the last attempt succeeded
/// @param noticePercent progress towards being disabled, as last published
/// @param holdUntil nothing is claimed before; null for no hold
public record LaneState(
    String id,
    AdaptiveCap cap,
    int failures,
    @Nullable Instant firstFailureAt,
    @Nullable Instant lastFailureAt,
    @Nullable Instant lastSuccessAt,
    int noticePercent,
    @Nullable Instant holdUntil,
    @Nullable String holdReason) {
  private static final String RETRY_AFTER = "retry_after";

  /// What is known after one more attempt.
  LaneState after(AttemptResult result, FailureWatch watch) {
    Instant at = result.endedAt();
    if (result.lease().isTest()) {
      return this;
    }
    if (result.exchange() == null) {
      return this;
    }
    AdaptiveCap next =
        cap.after(result.answer().outcome(), Duration.between(result.lease().startedAt(), at));
    if (OutcomePolicy.isSuccess(result.answer().outcome())) {
      return new LaneState(id, next, 0, null, lastFailureAt, at, 0, holdUntil, holdReason);
    }
    Instant first = firstFailureAt == null ? at : firstFailureAt;
    Optional<Instant> asked = result.answer().retryAfter().map(at::plus);
    boolean longer = asked.isPresent() && (holdUntil == null || asked.get().isAfter(holdUntil));
    return new LaneState(
        id,
        next,
        failures + 1,
        first,
        at,
        lastSuccessAt,
        Math.max(noticePercent, watch.percent(first, failures + 1, at)),
        longer ? asked.get() : holdUntil,
        longer ? RETRY_AFTER : holdReason);
  }

  /// Why the endpoint is to be disabled after this attempt; empty when it is not.
  Optional<DisabledReason> disabledBy(AttemptResult result) {
    if (result.lease().isTest()) {
      return Optional.empty();
    }
    return result
        .answer()
        .disables()
        .or(() -> noticePercent >= 100 ? Optional.of(DisabledReason.FAILING) : Optional.empty());
  }
}
