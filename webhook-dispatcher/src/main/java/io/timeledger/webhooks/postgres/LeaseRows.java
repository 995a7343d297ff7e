package io.timeledger.webhooks.postgres;

import static io.timeledger.schemas.jooq.webhooks.Tables.LANE;
import static io.timeledger.schemas.jooq.webhooks.Tables.QUEUED;
import static java.util.stream.Collectors.joining;

import io.timeledger.schemas.id.DeliveryId;
import io.timeledger.schemas.id.WebhookId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.webhook.DeliveryTrigger;
import io.timeledger.webhooks.attempt.AttemptCount;
import io.timeledger.webhooks.attempt.Lease;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.TableField;

/// Rows of the queue with their lanes, as leases.
final class LeaseRows {
  private static final List<TableField<?, ?>> FIELDS =
      List.of(
          QUEUED.DELIVERY_ID,
          QUEUED.DAY,
          QUEUED.LANE_ID,
          LANE.ENDPOINT_ID,
          LANE.WORKSPACE_ID,
          QUEUED.EVENT_ID,
          QUEUED.EVENT_TYPE,
          QUEUED.TRIGGER,
          QUEUED.COMMAND_ID,
          QUEUED.TRACEPARENT,
          QUEUED.CREATED_AT,
          QUEUED.ATTEMPTS,
          QUEUED.ATTEMPTS_BILLED,
          QUEUED.INTERRUPTIONS,
          QUEUED.DUE_AT,
          QUEUED.LEASE_TOKEN,
          QUEUED.VARIANT,
          LANE.HOST);

  /// Of `webhooks.queued q` and `webhooks.lane l`, for statements that are text.
  static final String COLUMNS =
      FIELDS.stream()
          .map(column -> (column.getTable() == QUEUED ? "q." : "l.") + column.getName())
          .collect(joining(", "));

  private LeaseRows() {}

  /// What a statement that selects [#COLUMNS] and then these returns.
  static List<Field<?>> with(Field<?>... others) {
    List<Field<?>> fields = new ArrayList<>(FIELDS);
    fields.addAll(List.of(others));
    return fields;
  }

  static Lease read(Record row, Instant startedAt) {
    return new Lease(
        new DeliveryId(row.get(QUEUED.DELIVERY_ID)),
        row.get(QUEUED.DAY),
        row.get(QUEUED.LANE_ID),
        new WebhookId(row.get(LANE.ENDPOINT_ID)),
        new WorkspaceId(row.get(LANE.WORKSPACE_ID)),
        row.get(QUEUED.EVENT_ID),
        row.get(QUEUED.EVENT_TYPE),
        ColumnConverters.constant(DeliveryTrigger.class, row.get(QUEUED.TRIGGER)),
        row.get(QUEUED.COMMAND_ID),
        row.get(QUEUED.TRACEPARENT),
        row.get(QUEUED.CREATED_AT),
        row.get(QUEUED.ATTEMPTS),
        new AttemptCount(row.get(QUEUED.ATTEMPTS_BILLED), row.get(QUEUED.INTERRUPTIONS)),
        row.get(QUEUED.DUE_AT),
        startedAt,
        row.get(QUEUED.LEASE_TOKEN));
  }
}
