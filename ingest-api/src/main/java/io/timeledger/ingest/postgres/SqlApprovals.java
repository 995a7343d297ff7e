package io.timeledger.ingest.postgres;

import static io.timeledger.schemas.jooq.read.Tables.APPROVAL_ROUTE;
import static io.timeledger.schemas.jooq.read.Tables.AWAITED_TIMESHEET;
import static io.timeledger.schemas.jooq.read.Tables.SETTINGS;

import io.timeledger.ingest.access.Caller;
import io.timeledger.ingest.approval.ApprovalFilter;
import io.timeledger.ingest.approval.Approvals;
import io.timeledger.ingest.approval.RouteFilter;
import io.timeledger.ingest.read.Page;
import io.timeledger.ingest.read.Paging;
import io.timeledger.ingest.read.VisibleMembers;
import io.timeledger.schemas.id.RouteId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.resource.ResourceType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import tools.jackson.databind.node.ObjectNode;

final class SqlApprovals implements Approvals {
  private final Database database;
  private final KeysetQuery routes;
  private final KeysetQuery awaited;

  SqlApprovals(Database database) {
    this.database = database;
    routes =
        new KeysetQuery(
            database,
            APPROVAL_ROUTE,
            APPROVAL_ROUTE.ID,
            List.of(
                new Sort<>("created_at", APPROVAL_ROUTE.CREATED_AT, Instant::parse),
                new Sort<>("updated_at", APPROVAL_ROUTE.UPDATED_AT, Instant::parse)),
            true);
    awaited =
        new KeysetQuery(
            database,
            AWAITED_TIMESHEET,
            AWAITED_TIMESHEET.ID,
            List.of(
                new Sort<>("period_start", AWAITED_TIMESHEET.PERIOD_START, LocalDate::parse),
                new Sort<>("updated_at", AWAITED_TIMESHEET.UPDATED_AT, Instant::parse)),
            false);
  }

  @Override
  public Page routes(WorkspaceId workspace, RouteFilter filter, Paging paging) {
    Condition where =
        Where.in(workspace, APPROVAL_ROUTE.WORKSPACE_ID)
            .constant(APPROVAL_ROUTE.SCOPE, filter.scope())
            .eq(APPROVAL_ROUTE.SCOPE_ID, filter.scopeId())
            .after(APPROVAL_ROUTE.UPDATED_AT, filter.updatedAfter())
            .unlessGone(APPROVAL_ROUTE.DELETED_AT, filter.includeDeleted())
            .condition();
    return routes.page(
        where,
        new CursorScope(workspace, null, filter),
        paging,
        row -> JsonRows.resource(ResourceType.APPROVAL_ROUTE, row));
  }

  @Override
  public Optional<ObjectNode> route(WorkspaceId workspace, RouteId id) {
    return database.read(
        sql ->
            sql.selectFrom(APPROVAL_ROUTE)
                .where(
                    Where.in(workspace, APPROVAL_ROUTE.WORKSPACE_ID)
                        .id(APPROVAL_ROUTE.ID, id)
                        .condition())
                .fetchOptional(row -> JsonRows.resource(ResourceType.APPROVAL_ROUTE, row)));
  }

  @Override
  public Page awaiting(Caller caller, ApprovalFilter filter, Paging paging) {
    Condition where =
        Where.in(caller.workspaceId(), AWAITED_TIMESHEET.WORKSPACE_ID)
            .id(AWAITED_TIMESHEET.USER_ID, filter.userId())
            .condition()
            .and(AWAITED_TIMESHEET.AWAITED_USER_ID.eq(caller.userId().value()).or(open(caller)));
    return awaited.page(
        where,
        new CursorScope(caller.workspaceId(), caller.userId(), filter),
        paging,
        row -> JsonRows.resource(ResourceType.TIMESHEET, row));
  }

  /// Without a route, any permitted approver decides for the members in reach.
  private static Condition open(Caller caller) {
    Condition notOwn =
        AWAITED_TIMESHEET
            .USER_ID
            .ne(caller.userId().value())
            .or(
                DSL.exists(
                    DSL.selectOne()
                        .from(SETTINGS)
                        .where(SETTINGS.WORKSPACE_ID.eq(AWAITED_TIMESHEET.WORKSPACE_ID))
                        .and(SETTINGS.ALLOW_SELF_APPROVAL)));
    return Where.in(caller.workspaceId(), AWAITED_TIMESHEET.WORKSPACE_ID)
        .in(AWAITED_TIMESHEET.USER_ID, new VisibleMembers(caller.userId(), caller.reach()))
        .condition()
        .and(AWAITED_TIMESHEET.APPROVAL_LEVELS.isNull())
        .and(notOwn);
  }
}
