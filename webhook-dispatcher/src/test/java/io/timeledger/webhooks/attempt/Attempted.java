package io.timeledger.webhooks.attempt;

import io.timeledger.egress.CallOutcome;
import io.timeledger.egress.HttpExchange;
import io.timeledger.egress.ResponseBody;
import io.timeledger.schemas.id.DeliveryId;
import io.timeledger.schemas.resource.Webhook;
import io.timeledger.schemas.webhook.AttemptOutcome;
import io.timeledger.schemas.webhook.DeliveryTrigger;
import io.timeledger.webhooks.testkit.TestLog;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// Attempts that are over.
public final class Attempted {
  public static final Instant START = Instant.parse("2026-04-29T10:00:00Z");
  private static final Webhook WEBHOOK =
      TestLog.webhook(TestLog.newWorkspace(), "https://hooks.example");

  private Attempted() {}

  public static AttemptResult with(AttemptOutcome outcome, Instant endedAt) {
    return with(ReceiverAnswer.of(outcome), DeliveryTrigger.EVENT, endedAt, 1);
  }

  /// Nothing is known of the call.
  public static AttemptResult lost(long token) {
    AttemptResult known =
        with(ReceiverAnswer.of(AttemptOutcome.INTERRUPTED), DeliveryTrigger.EVENT, START, token);
    return new AttemptResult(
        known.lease(),
        known.webhook(),
        known.answer(),
        null,
        "lost",
        Map.of(),
        List.of(),
        known.endedAt());
  }

  public static AttemptResult with(
      ReceiverAnswer answer, DeliveryTrigger trigger, Instant endedAt, long token) {
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
            new AttemptCount(0, 0),
            START,
            START,
            token);
    HttpExchange exchange =
        new HttpExchange(
            CallOutcome.ANSWERED,
            answer.statusCode(),
            null,
            null,
            Map.of(),
            ResponseBody.NONE,
            new HttpExchange.Timings(null, null, null, null, Duration.ofMillis(5)));
    return new AttemptResult(lease, WEBHOOK, answer, exchange, "", Map.of(), List.of(), endedAt);
  }
}
