package io.timeledger.webhooks.postgres;

import static io.timeledger.schemas.jooq.webhooks.Tables.DELIVERY;
import static io.timeledger.schemas.jooq.webhooks.Tables.QUEUED;
import static io.timeledger.webhooks.postgres.ColumnConverters.CLOCK;
import static io.timeledger.webhooks.postgres.ColumnConverters.constant;
import static io.timeledger.webhooks.postgres.ColumnConverters.literal;
import static io.timeledger.webhooks.postgres.ColumnConverters.wireName;

import io.timeledger.schemas.id.DeliveryId;
import io.timeledger.schemas.id.WebhookId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.jooq.webhooks.tables.records.DeliveryRecord;
import io.timeledger.schemas.jooq.webhooks.tables.records.QueuedRecord;
import io.timeledger.schemas.webhook.AttemptOutcome;
import io.timeledger.schemas.webhook.DeliveryOutcome;
import io.timeledger.schemas.webhook.DeliveryState;
import io.timeledger.schemas.webhook.DeliveryTrigger;
import java.util.Map;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// Cancels deliveries. Calls in flight complete, but are not retried. The caller holds the lock of
/// the lanes.
final class DeliveryCancellation {
  private DeliveryCancellation() {}

  /// @param which of all deliveries
  static void cancel(DSLContext tx, Condition which) {
    CommonTableExpression<QueuedRecord> gone =
        DSL.name("gone")
            .as(
                tx.deleteFrom(QUEUED)
                    .using(DELIVERY)
                    .where(which)
                    .and(DELIVERY.STATE.eq(literal(DeliveryState.PENDING)))
                    .and(QUEUED.DELIVERY_ID.eq(DELIVERY.ID))
                    .and(QUEUED.LEASE_TOKEN.isNull())
                    .returning(QUEUED.DELIVERY_ID));
    Outbox.put(
        tx,
        tx
            .with(gone)
            .update(DELIVERY)
            .set(DELIVERY.STATE, wireName(DeliveryState.CANCELLED))
            .setNull(DELIVERY.NEXT_ATTEMPT_AT)
            .set(DELIVERY.FINISHED_AT, CLOCK)
            .where(which)
            .and(
                DELIVERY
                    .STATE
                    .eq(literal(DeliveryState.HELD))
                    .or(DELIVERY.ID.in(DSL.select(gone.field(QUEUED.DELIVERY_ID)).from(gone))))
            .returning()
            .fetch()
            .stream()
            .map(row -> OutboxMessages.message(outcome(row), Map.of()))
            .toList());
  }

  private static DeliveryOutcome outcome(DeliveryRecord row) {
    return new DeliveryOutcome(
        new DeliveryId(row.getId()),
        new WebhookId(row.getEndpointId()),
        new WorkspaceId(row.getWorkspaceId()),
        row.getEventId(),
        row.getEventType(),
        constant(DeliveryTrigger.class, row.getTrigger()),
        DeliveryState.CANCELLED,
        reason(row.getLastOutcome()),
        row.getAttempts(),
        row.getCreatedAt(),
        row.getFinishedAt());
  }

  private static @Nullable AttemptOutcome reason(@Nullable String outcome) {
    return outcome == null ? null : constant(AttemptOutcome.class, outcome);
  }
}
