package io.timeledger.webhooks.engine;

import io.timeledger.schemas.id.DeliveryId;
import io.timeledger.schemas.resource.Webhook;
import io.timeledger.schemas.webhook.AttemptOutcome;
import io.timeledger.schemas.webhook.DeliveryTrigger;
import io.timeledger.webhooks.attempt.Answer;
import io.timeledger.webhooks.attempt.Tries;
import io.timeledger.webhooks.egress.Exchange;
import io.timeledger.webhooks.egress.ResponseBody;
import io.timeledger.webhooks.testkit.TestLog;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// Attempts that are over.
final class Attempted {
  static final Instant START = Instant.parse("2026-04-29T10:00:00Z");
  private static final Webhook WEBHOOK =
      TestLog.webhook(TestLog.newWorkspace(), "https://hooks.example");

  private Attempted() {}

  static Ended with(AttemptOutcome outcome, Instant endedAt) {
    return with(Answer.of(outcome), DeliveryTrigger.EVENT, endedAt, 1);
  }

  /// Nothing is known of the call.
  static Ended lost(long token) {
    Ended known = with(Answer.of(AttemptOutcome.INTERRUPTED), DeliveryTrigger.EVENT, START, token);
    return new Ended(
        known.lease(),
        known.webhook(),
        known.answer(),
        null,
        "lost",
        Map.of(),
        List.of(),
        known.endedAt());
  }

  static Ended with(Answer answer, DeliveryTrigger trigger, Instant endedAt, long token) {
    Lease lease =
        new Lease(
            new DeliveryId("dlv_" + token),
            LocalDate.parse("2026-04-29"),
            WEBHOOK.id().value(),
            WEBHOOK.id(),
            WEBHOOK.workspaceId(),
            "evt_1",
            "time_entry.created",
            trigger,
            null,
            null,
            START,
            1,
            new Tries(0, 0),
            START,
            START,
            token);
    Exchange exchange =
        new Exchange(
            answer.outcome(),
            answer.statusCode(),
            null,
            null,
            Map.of(),
            ResponseBody.NONE,
            new Exchange.Timings(null, null, null, null, Duration.ofMillis(5)));
    return new Ended(lease, WEBHOOK, answer, exchange, "", Map.of(), List.of(), endedAt);
  }
}
