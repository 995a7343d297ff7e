package io.timeledger.ingest.postgres;

import static io.timeledger.schemas.jooq.webhooks_read.Tables.ATTEMPT;
import static io.timeledger.schemas.jooq.webhooks_read.Tables.DELIVERY;
import static io.timeledger.schemas.jooq.webhooks_read.Tables.PAYLOAD;
import static io.timeledger.schemas.jooq.webhooks_read.Tables.REPLAY_JOB;

import io.timeledger.ingest.read.Page;
import io.timeledger.ingest.read.Paging;
import io.timeledger.ingest.webhook.Deliveries;
import io.timeledger.ingest.webhook.DeliveryFilter;
import io.timeledger.schemas.id.DeliveryId;
import io.timeledger.schemas.id.ReplayId;
import io.timeledger.schemas.id.WebhookId;
import io.timeledger.schemas.id.WorkspaceId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Reads the dispatcher's tables; before its first run they do not exist, and the result is
/// `read_model_unavailable`.
final class SqlDeliveries implements Deliveries {
  /// Columns for the dispatcher's own queries; not returned.
  private static final Set<String> INNER =
      Set.of("day", "variant", "delivery_id", "workspace_id", "worker_id");

  private final Database database;
  private final KeysetQuery query;

  SqlDeliveries(Database database) {
    this.database = database;
    query =
        new KeysetQuery(
            database,
            DELIVERY,
            DELIVERY.ID,
            List.of(new Sort<>("created_at", DELIVERY.CREATED_AT, Instant::parse)),
            true);
  }

  @Override
  public Page list(WorkspaceId workspace, WebhookId webhook, DeliveryFilter filter, Paging paging) {
    Condition where =
        Where.in(workspace, DELIVERY.WORKSPACE_ID)
            .id(DELIVERY.WEBHOOK_ID, webhook)
            .constant(DELIVERY.STATE, filter.state())
            .eq(DELIVERY.EVENT_TYPE, filter.event())
            .eq(DELIVERY.LAST_STATUS_CODE, filter.code())
            .from(DELIVERY.CREATED_AT, filter.from())
            .before(DELIVERY.CREATED_AT, filter.to())
            .condition();
    return query.page(
        where,
        new CursorScope(workspace, null, webhook + "|" + filter),
        paging,
        SqlDeliveries::delivery);
  }

  @Override
  public Optional<ObjectNode> find(WorkspaceId workspace, WebhookId webhook, DeliveryId id) {
    return database.read(
        sql ->
            sql.selectFrom(DELIVERY)
                .where(DELIVERY.WORKSPACE_ID.eq(workspace.value()))
                .and(DELIVERY.WEBHOOK_ID.eq(webhook.value()))
                .and(DELIVERY.ID.eq(id.value()))
                .fetchOptional(row -> whole(sql, row, row.get(DELIVERY.DAY), id)));
  }

  @Override
  public Optional<ObjectNode> findReplay(WorkspaceId workspace, WebhookId webhook, ReplayId id) {
    return database.read(
        sql ->
            sql.selectFrom(REPLAY_JOB)
                .where(REPLAY_JOB.WORKSPACE_ID.eq(workspace.value()))
                .and(REPLAY_JOB.WEBHOOK_ID.eq(webhook.value()))
                .and(REPLAY_JOB.ID.eq(id.value()))
                .fetchOptional(SqlDeliveries::json));
  }

  private static ObjectNode whole(DSLContext sql, Record row, LocalDate day, DeliveryId id) {
    ObjectNode delivery = delivery(row);
    ArrayNode attempts = delivery.putArray("attempts");
    sql.selectFrom(ATTEMPT)
        .where(ATTEMPT.DAY.eq(day), ATTEMPT.DELIVERY_ID.eq(id.value()))
        .orderBy(ATTEMPT.ATTEMPT_NO)
        .forEach(attempt -> attempts.add(json(attempt)));
    sql.select(PAYLOAD.BYTES)
        .from(PAYLOAD)
        .where(PAYLOAD.DAY.eq(day), PAYLOAD.DELIVERY_ID.eq(id.value()))
        .fetchOptional(PAYLOAD.BYTES)
        .ifPresent(bytes -> delivery.set("body", JsonRows.text(bytes)));
    return delivery;
  }

  private static ObjectNode delivery(Record row) {
    ObjectNode delivery = json(row);
    delivery.set("attempt_count", delivery.remove("attempts"));
    delivery.set("billed_count", delivery.remove("attempts_billed"));
    return delivery;
  }

  private static ObjectNode json(Record row) {
    return JsonRows.tree(row).remove(INNER);
  }
}
