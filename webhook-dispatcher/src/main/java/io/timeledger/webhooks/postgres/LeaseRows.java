package io.timeledger.webhooks.postgres;

import io.timeledger.schemas.id.DeliveryId;
import io.timeledger.schemas.id.WebhookId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.webhook.DeliveryTrigger;
import io.timeledger.webhooks.attempt.AttemptCount;
import io.timeledger.webhooks.attempt.Lease;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jooq.Record;

/// Rows of the queue with their lanes, as leases.
final class LeaseRows {
  /// Of `webhooks.queued q` and `webhooks.lane l`.
  static final String COLUMNS =
      """
      q.delivery_id, q.day, q.lane_id, l.endpoint_id, l.workspace_id, q.event_id, q.event_type,
      q.trigger, q.command_id, q.traceparent, q.created_at, q.attempts, q.attempts_billed,
      q.interruptions, q.due_at, q.lease_token, q.variant, l.host
      """;

  private LeaseRows() {}

  static Lease read(Record row, Instant startedAt) {
    return new Lease(
        new DeliveryId(row.get("delivery_id", String.class)),
        row.get("day", LocalDate.class),
        row.get("lane_id", String.class),
        new WebhookId(row.get("endpoint_id", String.class)),
        new WorkspaceId(row.get("workspace_id", String.class)),
        row.get("event_id", String.class),
        row.get("event_type", String.class),
        DeliveryTrigger.valueOf(row.get("trigger", String.class).toUpperCase(Locale.ROOT)),
        row.get("command_id", String.class),
        row.get("traceparent", String.class),
        row.get("created_at", Instant.class),
        row.get("attempts", Integer.class),
        new AttemptCount(
            row.get("attempts_billed", Integer.class), row.get("interruptions", Integer.class)),
        row.get("due_at", Instant.class),
        startedAt,
        row.get("lease_token", Long.class));
  }
}
