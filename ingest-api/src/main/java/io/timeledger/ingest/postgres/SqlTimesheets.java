package io.timeledger.ingest.postgres;

import static io.timeledger.schemas.jooq.read.Tables.TIMESHEET;

import io.timeledger.ingest.read.Page;
import io.timeledger.ingest.read.Paging;
import io.timeledger.ingest.read.VisibleMembers;
import io.timeledger.ingest.timesheet.TimesheetFilter;
import io.timeledger.ingest.timesheet.Timesheets;
import io.timeledger.ingest.timesheet.WholeTimesheet;
import io.timeledger.schemas.id.TimesheetId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.resource.ResourceType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import tools.jackson.databind.node.ObjectNode;

final class SqlTimesheets implements Timesheets {
  private final Database database;
  private final KeysetQuery query;

  SqlTimesheets(Database database) {
    this.database = database;
    query =
        new KeysetQuery(
            database,
            TIMESHEET,
            TIMESHEET.ID,
            List.of(
                new Sort<>("period_start", TIMESHEET.PERIOD_START, LocalDate::parse),
                new Sort<>("created_at", TIMESHEET.CREATED_AT, Instant::parse),
                new Sort<>("updated_at", TIMESHEET.UPDATED_AT, Instant::parse),
                new Sort<>("changed_at", TIMESHEET.CHANGED_AT, Instant::parse)),
            true);
  }

  @Override
  public Page list(
      WorkspaceId workspace, VisibleMembers visible, TimesheetFilter filter, Paging paging) {
    Condition where =
        Where.in(workspace, TIMESHEET.WORKSPACE_ID)
            .in(TIMESHEET.USER_ID, visible)
            .id(TIMESHEET.USER_ID, filter.userId())
            .constant(TIMESHEET.STATUS, filter.status())
            .from(TIMESHEET.PERIOD_START, filter.periodStartFrom())
            .to(TIMESHEET.PERIOD_START, filter.periodStartTo())
            .after(TIMESHEET.CHANGED_AT, filter.updatedAfter())
            .condition();
    return query.page(
        where, new CursorScope(workspace, visible.boundTo(), filter), paging, SqlTimesheets::json);
  }

  @Override
  public Optional<WholeTimesheet> find(WorkspaceId workspace, TimesheetId id) {
    return database.readAtOnce(
        sql ->
            sql.selectFrom(TIMESHEET)
                .where(Where.in(workspace, TIMESHEET.WORKSPACE_ID).id(TIMESHEET.ID, id).condition())
                .fetchOptional(SqlTimesheets::json)
                .map(sheet -> whole(sql, workspace, id, sheet)));
  }

  private static WholeTimesheet whole(
      DSLContext sql, WorkspaceId workspace, TimesheetId id, ObjectNode sheet) {
    return new WholeTimesheet(sheet, SqlEntries.ofTimesheet(sql, workspace, id));
  }

  private static ObjectNode json(Record row) {
    return JsonRows.resource(ResourceType.TIMESHEET, row);
  }
}
