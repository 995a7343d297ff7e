package io.timeledger.harness.webhook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A row of `webhooks_read.attempt`.
///
/// @param endedAt null while the call is in flight, as `outcome`
/// @param nextAttemptAt null for the last one
/// @param error description of the failure; null for none
public record LoggedAttempt(
    String deliveryId,
    String eventId,
    int number,
    Instant scheduledFor,
    Instant startedAt,
    @Nullable Instant endedAt,
    @Nullable String outcome,
    @Nullable Instant nextAttemptAt,
    @Nullable String error,
    String workerId) {

  /// Whether it got a status.
  public boolean isAnswered() {
    return outcome != null && (outcome.equals("delivered") || outcome.startsWith("http_"));
  }

  public boolean isInterrupted() {
    return "interrupted".equals(outcome);
  }
}
