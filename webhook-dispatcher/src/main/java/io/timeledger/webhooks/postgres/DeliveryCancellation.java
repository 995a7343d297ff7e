package io.timeledger.webhooks.postgres;

import io.timeledger.schemas.id.DeliveryId;
import io.timeledger.schemas.id.WebhookId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.webhook.AttemptOutcome;
import io.timeledger.schemas.webhook.DeliveryOutcome;
import io.timeledger.schemas.webhook.DeliveryState;
import io.timeledger.schemas.webhook.DeliveryTrigger;
import java.time.Instant;
import java.util.Locale;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// Ends deliveries that nobody wants any more. Calls that are in flight end by themselves, and
/// what they find then is no retry. The caller holds the lanes.
final class DeliveryCancellation {
  private DeliveryCancellation() {}

  /// All that an endpoint has not finished.
  static void ofEndpoint(DSLContext tx, String endpointId) {
    cancel(tx, DSL.condition("d.endpoint_id = {0}", DSL.val(endpointId)));
  }

  /// What a replay has not finished.
  static void ofReplay(DSLContext tx, String jobId) {
    cancel(tx, DSL.condition("d.replay_job_id = {0}", DSL.val(jobId)));
  }

  private static void cancel(DSLContext tx, Condition which) {
    Outbox.put(
        tx,
        tx.fetch(
                """
                with gone as (
                  delete from webhooks.queued q
                  using webhooks.delivery d
                  where {0} and d.state = 'pending' and q.delivery_id = d.id
                    and q.lease_token is null
                  returning q.delivery_id)
                update webhooks.delivery d
                set state = 'cancelled', next_attempt_at = null, finished_at = clock_timestamp()
                where {0} and (d.state = 'held' or d.id in (select delivery_id from gone))
                returning d.*
                """,
                which)
            .map(row -> OutboxMessages.letter(outcome(row))));
  }

  private static DeliveryOutcome outcome(Record row) {
    return new DeliveryOutcome(
        new DeliveryId(row.get("id", String.class)),
        new WebhookId(row.get("endpoint_id", String.class)),
        new WorkspaceId(row.get("workspace_id", String.class)),
        row.get("event_id", String.class),
        row.get("event_type", String.class),
        DeliveryTrigger.valueOf(row.get("trigger", String.class).toUpperCase(Locale.ROOT)),
        DeliveryState.CANCELLED,
        reason(row.get("last_outcome", String.class)),
        row.get("attempts", Integer.class),
        row.get("created_at", Instant.class),
        row.get("finished_at", Instant.class));
  }

  private static @Nullable AttemptOutcome reason(@Nullable String outcome) {
    return outcome == null ? null : AttemptOutcome.valueOf(outcome.toUpperCase(Locale.ROOT));
  }
}
