package io.timeledger.ingest.postgres;

import static io.timeledger.schemas.jooq.read.Tables.CALENDAR_RULE;

import io.timeledger.ingest.calendar.rule.CalendarRuleFilter;
import io.timeledger.ingest.calendar.rule.CalendarRules;
import io.timeledger.ingest.calendar.rule.RuleSet;
import io.timeledger.ingest.read.Page;
import io.timeledger.ingest.read.Paging;
import io.timeledger.schemas.id.CalendarRuleId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.json.Json;
import io.timeledger.schemas.resource.CalendarRule;
import io.timeledger.schemas.resource.ResourceType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import tools.jackson.databind.node.ObjectNode;

final class SqlCalendarRules implements CalendarRules {
  private final Database database;
  private final KeysetQuery query;

  SqlCalendarRules(Database database) {
    this.database = database;
    query =
        new KeysetQuery(
            database,
            CALENDAR_RULE,
            CALENDAR_RULE.ID,
            List.of(
                new Sort<>("created_at", CALENDAR_RULE.CREATED_AT, Instant::parse),
                new Sort<>("updated_at", CALENDAR_RULE.UPDATED_AT, Instant::parse)),
            true);
  }

  @Override
  public Page list(WorkspaceId workspace, UserId member, CalendarRuleFilter filter, Paging paging) {
    Condition where =
        Where.in(workspace, CALENDAR_RULE.WORKSPACE_ID)
            .and(member, SqlCalendarRules::isVisibleTo)
            .present(CALENDAR_RULE.USER_ID, filter.personal())
            .after(CALENDAR_RULE.UPDATED_AT, filter.updatedAfter())
            .unlessGone(CALENDAR_RULE.DELETED_AT, filter.includeDeleted())
            .condition();
    return query.page(
        where,
        new CursorScope(workspace, member, filter),
        paging,
        row -> JsonRows.resource(ResourceType.CALENDAR_RULE, row));
  }

  @Override
  public Optional<ObjectNode> find(WorkspaceId workspace, UserId member, CalendarRuleId id) {
    return database.read(
        sql ->
            sql.selectFrom(CALENDAR_RULE)
                .where(
                    Where.in(workspace, CALENDAR_RULE.WORKSPACE_ID)
                        .id(CALENDAR_RULE.ID, id)
                        .and(member, SqlCalendarRules::isVisibleTo)
                        .condition())
                .fetchOptional(row -> JsonRows.resource(ResourceType.CALENDAR_RULE, row)));
  }

  @Override
  public RuleSet of(WorkspaceId workspace, UserId member) {
    return new RuleSet(
        database.read(
            sql ->
                sql.selectFrom(CALENDAR_RULE)
                    .where(
                        Where.in(workspace, CALENDAR_RULE.WORKSPACE_ID)
                            .and(member, SqlCalendarRules::isVisibleTo)
                            .unlessGone(CALENDAR_RULE.DELETED_AT, false)
                            .condition())
                    .fetch(
                        row -> Json.MAPPER.treeToValue(JsonRows.tree(row), CalendarRule.class))));
  }

  private static Condition isVisibleTo(UserId member) {
    return CALENDAR_RULE.USER_ID.isNull().or(CALENDAR_RULE.USER_ID.eq(member.value()));
  }
}
