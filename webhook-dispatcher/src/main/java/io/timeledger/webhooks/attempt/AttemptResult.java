package io.timeledger.webhooks.attempt;

import io.timeledger.egress.HttpExchange;
import io.timeledger.schemas.resource.Webhook;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An attempt that is over.
///
/// @param exchange null when nothing is known of it, as after a crash
/// @param loggedHeaders of the request
public record AttemptResult(
    Lease lease,
    Webhook webhook,
    ReceiverAnswer answer,
    @Nullable HttpExchange exchange,
    String error,
    Map<String, String> loggedHeaders,
    List<Integer> secretSeqs,
    Instant endedAt) {

  /// What becomes of the delivery. A test has one attempt.
  ///
  /// @param scale of the gaps between attempts
  NextStep next(double scale) {
    RetrySchedule schedule =
        lease.isTest()
            ? new RetrySchedule(List.of())
            : RetrySchedule.ofSeconds(webhook.retryDelays(), scale);
    return NextStep.after(answer, lease.before(), schedule, lease.scheduledFor(), endedAt);
  }
}
