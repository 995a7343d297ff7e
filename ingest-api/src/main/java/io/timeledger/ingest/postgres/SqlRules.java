package io.timeledger.ingest.postgres;

import static io.timeledger.schemas.jooq.read.Tables.AUTOMATION_RULE;

import io.timeledger.ingest.read.Page;
import io.timeledger.ingest.read.Paging;
import io.timeledger.ingest.rule.RuleFilter;
import io.timeledger.ingest.rule.Rules;
import io.timeledger.schemas.id.RuleId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.resource.ResourceType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import tools.jackson.databind.node.ObjectNode;

final class SqlRules implements Rules {
  private final Database database;
  private final KeysetQuery query;

  SqlRules(Database database) {
    this.database = database;
    query =
        new KeysetQuery(
            database,
            AUTOMATION_RULE,
            AUTOMATION_RULE.ID,
            List.of(
                new Sort<>("created_at", AUTOMATION_RULE.CREATED_AT, Instant::parse),
                new Sort<>("updated_at", AUTOMATION_RULE.UPDATED_AT, Instant::parse)),
            true);
  }

  @Override
  public Page list(WorkspaceId workspace, RuleFilter filter, Paging paging) {
    Condition where =
        Where.in(workspace, AUTOMATION_RULE.WORKSPACE_ID)
            .constant(AUTOMATION_RULE.EFFECT, filter.effect())
            .after(AUTOMATION_RULE.UPDATED_AT, filter.updatedAfter())
            .unlessGone(AUTOMATION_RULE.DELETED_AT, filter.includeDeleted())
            .condition();
    return query.page(
        where,
        new CursorScope(workspace, null, filter),
        paging,
        row -> JsonRows.resource(ResourceType.RULE, row));
  }

  @Override
  public Optional<ObjectNode> find(WorkspaceId workspace, RuleId id) {
    return database.read(
        sql ->
            sql.selectFrom(AUTOMATION_RULE)
                .where(
                    Where.in(workspace, AUTOMATION_RULE.WORKSPACE_ID)
                        .id(AUTOMATION_RULE.ID, id)
                        .condition())
                .fetchOptional(row -> JsonRows.resource(ResourceType.RULE, row)));
  }
}
