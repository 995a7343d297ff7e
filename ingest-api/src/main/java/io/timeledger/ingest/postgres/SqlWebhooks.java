package io.timeledger.ingest.postgres;

import static io.timeledger.schemas.jooq.read.Tables.TIME_WEBHOOK;

import io.timeledger.ingest.read.Page;
import io.timeledger.ingest.read.Paging;
import io.timeledger.ingest.webhook.WebhookListFilter;
import io.timeledger.ingest.webhook.Webhooks;
import io.timeledger.schemas.id.WebhookId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.resource.ResourceType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import tools.jackson.databind.node.ObjectNode;

final class SqlWebhooks implements Webhooks {
  private final Database database;
  private final KeysetQuery query;

  SqlWebhooks(Database database) {
    this.database = database;
    query =
        new KeysetQuery(
            database,
            TIME_WEBHOOK,
            TIME_WEBHOOK.ID,
            List.of(
                new Sort<>("created_at", TIME_WEBHOOK.CREATED_AT, Instant::parse),
                new Sort<>("updated_at", TIME_WEBHOOK.UPDATED_AT, Instant::parse)),
            true);
  }

  @Override
  public Page list(WorkspaceId workspace, WebhookListFilter filter, Paging paging) {
    Condition where =
        Where.in(workspace, TIME_WEBHOOK.WORKSPACE_ID)
            .eq(TIME_WEBHOOK.ENABLED, filter.enabled())
            .after(TIME_WEBHOOK.UPDATED_AT, filter.updatedAfter())
            .unlessGone(TIME_WEBHOOK.DELETED_AT, filter.includeDeleted())
            .condition();
    return query.page(
        where,
        new CursorScope(workspace, null, filter),
        paging,
        row -> JsonRows.resource(ResourceType.WEBHOOK, row));
  }

  @Override
  public Optional<ObjectNode> find(WorkspaceId workspace, WebhookId id) {
    return database.read(
        sql ->
            sql.selectFrom(TIME_WEBHOOK)
                .where(TIME_WEBHOOK.WORKSPACE_ID.eq(workspace.value()))
                .and(TIME_WEBHOOK.ID.eq(id.value()))
                .fetchOptional(row -> JsonRows.resource(ResourceType.WEBHOOK, row)));
  }
}
