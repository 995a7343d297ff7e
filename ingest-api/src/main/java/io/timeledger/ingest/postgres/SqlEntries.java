package io.timeledger.ingest.postgres;

import static io.timeledger.schemas.jooq.read.Tables.CLIENT;
import static io.timeledger.schemas.jooq.read.Tables.MEMBER;
import static io.timeledger.schemas.jooq.read.Tables.PROJECT;
import static io.timeledger.schemas.jooq.read.Tables.TASK;
import static io.timeledger.schemas.jooq.read.Tables.TIME_ENTRY;

import io.timeledger.ingest.entry.Entries;
import io.timeledger.ingest.entry.EntryFilter;
import io.timeledger.ingest.read.Page;
import io.timeledger.ingest.read.Paging;
import io.timeledger.ingest.read.VisibleMembers;
import io.timeledger.schemas.id.EntryId;
import io.timeledger.schemas.id.TimesheetId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.resource.EntryStatus;
import io.timeledger.schemas.resource.ResourceType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import tools.jackson.databind.node.ObjectNode;

final class SqlEntries implements Entries {
  private final Database database;
  private final KeysetQuery query;

  SqlEntries(Database database) {
    this.database = database;
    query =
        new KeysetQuery(
            database,
            TIME_ENTRY,
            TIME_ENTRY.ID,
            List.of(
                new Sort<>("log_date", TIME_ENTRY.LOG_DATE, LocalDate::parse),
                new Sort<>("created_at", TIME_ENTRY.CREATED_AT, Instant::parse),
                new Sort<>("updated_at", TIME_ENTRY.UPDATED_AT, Instant::parse)),
            true);
  }

  @Override
  public Page list(
      WorkspaceId workspace, VisibleMembers visible, EntryFilter filter, Paging paging) {
    return query.page(
        where(workspace, visible, filter),
        new CursorScope(workspace, visible.boundTo(), filter),
        paging,
        SqlEntries::json);
  }

  @Override
  public void all(
      WorkspaceId workspace,
      VisibleMembers visible,
      EntryFilter filter,
      Consumer<ObjectNode> each) {
    awaitNames(workspace);
    database.forEach(
        sql ->
            sql.select(TIME_ENTRY.fields())
                .select(MEMBER.NAME, MEMBER.EMAIL)
                .select(PROJECT.NAME, CLIENT.ID, CLIENT.NAME, TASK.NAME)
                .from(TIME_ENTRY)
                .leftJoin(MEMBER)
                .on(MEMBER.WORKSPACE_ID.eq(TIME_ENTRY.WORKSPACE_ID))
                .and(MEMBER.ID.eq(TIME_ENTRY.USER_ID))
                .leftJoin(PROJECT)
                .on(PROJECT.WORKSPACE_ID.eq(TIME_ENTRY.WORKSPACE_ID))
                .and(PROJECT.ID.eq(TIME_ENTRY.PROJECT_ID))
                .leftJoin(CLIENT)
                .on(CLIENT.WORKSPACE_ID.eq(PROJECT.WORKSPACE_ID))
                .and(CLIENT.ID.eq(PROJECT.CLIENT_ID))
                .leftJoin(TASK)
                .on(TASK.WORKSPACE_ID.eq(TIME_ENTRY.WORKSPACE_ID))
                .and(TASK.ID.eq(TIME_ENTRY.TASK_ID))
                .where(where(workspace, visible, filter))
                .orderBy(TIME_ENTRY.LOG_DATE, TIME_ENTRY.ID),
        row ->
            each.accept(
                json(row.into(TIME_ENTRY))
                    .put("user_name", row.get(MEMBER.NAME))
                    .put("user_email", row.get(MEMBER.EMAIL))
                    .put("project_name", row.get(PROJECT.NAME))
                    .put("client_id", row.get(CLIENT.ID))
                    .put("client_name", row.get(CLIENT.NAME))
                    .put("task_name", row.get(TASK.NAME))));
  }

  private void awaitNames(WorkspaceId workspace) {
    JoinedRead.await(
        MEMBER.PROFILE_BEHIND,
        joined ->
            database.read(
                sql ->
                    sql.select(MEMBER.PROFILE_BEHIND)
                        .from(MEMBER)
                        .where(MEMBER.WORKSPACE_ID.eq(workspace.value()))
                        .and(MEMBER.PROFILE_BEHIND)
                        .limit(1)
                        .fetchOptional(row -> joined.of(row))));
  }

  @Override
  public Optional<ObjectNode> find(WorkspaceId workspace, EntryId id) {
    return one(Where.in(workspace, TIME_ENTRY.WORKSPACE_ID).id(TIME_ENTRY.ID, id).condition());
  }

  @Override
  public Optional<ObjectNode> running(WorkspaceId workspace, UserId user) {
    return one(
        Where.in(workspace, TIME_ENTRY.WORKSPACE_ID)
            .id(TIME_ENTRY.USER_ID, user)
            .constant(TIME_ENTRY.STATUS, EntryStatus.RUNNING)
            .unlessGone(TIME_ENTRY.DELETED_AT, false)
            .condition());
  }

  static List<ObjectNode> ofTimesheet(
      DSLContext sql, WorkspaceId workspace, TimesheetId timesheet) {
    return sql.selectFrom(TIME_ENTRY)
        .where(
            Where.in(workspace, TIME_ENTRY.WORKSPACE_ID)
                .id(TIME_ENTRY.TIMESHEET_ID, timesheet)
                .unlessGone(TIME_ENTRY.DELETED_AT, false)
                .condition())
        .orderBy(TIME_ENTRY.LOG_DATE, TIME_ENTRY.ID)
        .fetch(SqlEntries::json);
  }

  private static Condition where(
      WorkspaceId workspace, VisibleMembers visible, EntryFilter filter) {
    return Where.in(workspace, TIME_ENTRY.WORKSPACE_ID)
        .in(TIME_ENTRY.USER_ID, visible)
        .constant(TIME_ENTRY.ENTITY_TYPE, filter.entityType())
        .eq(TIME_ENTRY.ENTITY_ID, filter.entityId())
        .id(TIME_ENTRY.PROJECT_ID, filter.projectId())
        .id(TIME_ENTRY.TASK_ID, filter.taskId())
        .id(TIME_ENTRY.USER_ID, filter.userId())
        .id(TIME_ENTRY.TIMESHEET_ID, filter.timesheetId())
        .constant(TIME_ENTRY.STATUS, filter.status())
        .from(TIME_ENTRY.LOG_DATE, filter.from())
        .to(TIME_ENTRY.LOG_DATE, filter.to())
        .eq(TIME_ENTRY.BILLABLE, filter.billable())
        .and(filter.tag(), tag -> TIME_ENTRY.TAGS.contains(new String[] {tag}))
        .and(filter.description(), text -> WordSearch.contains(text, TIME_ENTRY.DESCRIPTION))
        .eq(TIME_ENTRY.NEEDS_REVIEW, filter.needsReview())
        .id(TIME_ENTRY.INVOICE_LINE_ID, filter.invoiceLineId())
        .eq(TIME_ENTRY.EXTERNAL_SOURCE, filter.externalSource())
        .eq(TIME_ENTRY.EXTERNAL_ID, filter.externalId())
        .after(TIME_ENTRY.UPDATED_AT, filter.updatedAfter())
        .unlessGone(TIME_ENTRY.DELETED_AT, filter.includeDeleted())
        .condition();
  }

  private Optional<ObjectNode> one(Condition where) {
    return database.read(
        sql -> sql.selectFrom(TIME_ENTRY).where(where).limit(1).fetchOptional(SqlEntries::json));
  }

  private static ObjectNode json(Record row) {
    return JsonRows.resource(ResourceType.TIME_ENTRY, row);
  }
}
