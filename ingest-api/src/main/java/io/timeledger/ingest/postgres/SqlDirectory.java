package io.timeledger.ingest.postgres;

import static io.timeledger.schemas.jooq.read.Tables.CLIENT;
import static io.timeledger.schemas.jooq.read.Tables.MEMBER;
import static io.timeledger.schemas.jooq.read.Tables.PROJECT;
import static io.timeledger.schemas.jooq.read.Tables.TASK;
import static io.timeledger.schemas.jooq.read.Tables.TEAM;

import io.timeledger.ingest.directory.ClientFilter;
import io.timeledger.ingest.directory.DirectoryRecords;
import io.timeledger.ingest.directory.FoundMember;
import io.timeledger.ingest.directory.MemberFilter;
import io.timeledger.ingest.directory.ProjectFilter;
import io.timeledger.ingest.directory.TaskFilter;
import io.timeledger.ingest.directory.TeamFilter;
import io.timeledger.ingest.read.Page;
import io.timeledger.ingest.read.Paging;
import io.timeledger.ingest.read.VisibleMembers;
import io.timeledger.schemas.id.ClientId;
import io.timeledger.schemas.id.Id;
import io.timeledger.schemas.id.ProjectId;
import io.timeledger.schemas.id.TaskId;
import io.timeledger.schemas.id.TeamId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.resource.ResourceType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import tools.jackson.databind.node.ObjectNode;

final class SqlDirectory implements DirectoryRecords {
  private final Database database;
  private final KeysetQuery members;
  private final KeysetQuery projects;
  private final KeysetQuery tasks;
  private final KeysetQuery clients;
  private final KeysetQuery teams;

  SqlDirectory(Database database) {
    this.database = database;
    members =
        new KeysetQuery(
            database,
            MEMBER,
            MEMBER.ID,
            List.of(
                new Sort<>("id", MEMBER.ID, Function.identity()),
                new Sort<>("name", DSL.coalesce(MEMBER.NAME, MEMBER.ID), Function.identity()),
                new Sort<>("created_at", MEMBER.CREATED_AT, Instant::parse),
                new Sort<>("updated_at", MEMBER.UPDATED_AT, Instant::parse)),
            false);
    projects = byName(PROJECT, PROJECT.ID, PROJECT.NAME, PROJECT.CREATED_AT, PROJECT.UPDATED_AT);
    tasks = byName(TASK, TASK.ID, TASK.NAME, TASK.CREATED_AT, TASK.UPDATED_AT);
    teams = byName(TEAM, TEAM.ID, TEAM.NAME, TEAM.CREATED_AT, TEAM.UPDATED_AT);
    clients = byName(CLIENT, CLIENT.ID, CLIENT.NAME, CLIENT.CREATED_AT, CLIENT.UPDATED_AT);
  }

  @Override
  public Page members(
      WorkspaceId workspace, VisibleMembers visible, MemberFilter filter, Paging paging) {
    Condition where =
        Where.in(workspace, MEMBER.WORKSPACE_ID)
            .and(filter.q(), q -> WordSearch.of(q, List.of(MEMBER.NAME, MEMBER.ID)))
            .in(MEMBER.ID, visible)
            .constant(MEMBER.ROLE, filter.role())
            .and(filter.team(), team -> MEMBER.TEAMS.contains(new String[] {team}))
            .eq(MEMBER.ACTIVE, filter.active())
            .after(MEMBER.UPDATED_AT, filter.updatedAfter())
            .condition();
    return JoinedRead.await(
        MEMBER.PROFILE_BEHIND,
        joined ->
            members.page(
                where,
                new CursorScope(workspace, visible.boundTo(), filter),
                paging,
                row -> member(joined.of(row))));
  }

  @Override
  public Page projects(WorkspaceId workspace, ProjectFilter filter, Paging paging) {
    Condition where =
        Where.in(workspace, PROJECT.WORKSPACE_ID)
            .and(filter.q(), q -> WordSearch.of(q, List.of(PROJECT.NAME, PROJECT.ID)))
            .id(PROJECT.CLIENT_ID, filter.clientId())
            .eq(PROJECT.ARCHIVED, filter.archived())
            .after(PROJECT.UPDATED_AT, filter.updatedAfter())
            .unlessGone(PROJECT.DELETED_AT, filter.includeDeleted())
            .condition();
    return projects.page(
        where, new CursorScope(workspace, null, filter), paging, of(ResourceType.PROJECT));
  }

  @Override
  public Page tasks(WorkspaceId workspace, TaskFilter filter, Paging paging) {
    Condition where =
        Where.in(workspace, TASK.WORKSPACE_ID)
            .and(filter.q(), q -> WordSearch.of(q, List.of(TASK.NAME, TASK.ID)))
            .id(TASK.PROJECT_ID, filter.projectId())
            .present(TASK.COMPLETED_AT, filter.completed())
            .after(TASK.UPDATED_AT, filter.updatedAfter())
            .unlessGone(TASK.DELETED_AT, filter.includeDeleted())
            .condition();
    return tasks.page(
        where, new CursorScope(workspace, null, filter), paging, of(ResourceType.TASK));
  }

  @Override
  public Page clients(WorkspaceId workspace, ClientFilter filter, Paging paging) {
    Condition where =
        Where.in(workspace, CLIENT.WORKSPACE_ID)
            .and(filter.q(), q -> WordSearch.of(q, List.of(CLIENT.NAME, CLIENT.ID)))
            .after(CLIENT.UPDATED_AT, filter.updatedAfter())
            .unlessGone(CLIENT.DELETED_AT, filter.includeDeleted())
            .condition();
    return clients.page(
        where, new CursorScope(workspace, null, filter), paging, of(ResourceType.CLIENT));
  }

  @Override
  public Page teams(WorkspaceId workspace, TeamFilter filter, Paging paging) {
    Condition where =
        Where.in(workspace, TEAM.WORKSPACE_ID)
            .and(
                filter.leaderUserId(),
                leader -> TEAM.LEADER_USER_IDS.contains(new String[] {leader.value()}))
            .after(TEAM.UPDATED_AT, filter.updatedAfter())
            .unlessGone(TEAM.DELETED_AT, filter.includeDeleted())
            .condition();
    return teams.page(
        where, new CursorScope(workspace, null, filter), paging, of(ResourceType.TEAM));
  }

  @Override
  public Optional<ObjectNode> find(WorkspaceId workspace, TeamId id) {
    return one(TEAM, TEAM.WORKSPACE_ID, TEAM.ID, workspace, id, of(ResourceType.TEAM));
  }

  @Override
  public Optional<FoundMember> find(WorkspaceId workspace, UserId id) {
    return JoinedRead.await(
        MEMBER.PROFILE_BEHIND,
        joined ->
            one(
                MEMBER,
                MEMBER.WORKSPACE_ID,
                MEMBER.ID,
                workspace,
                id,
                row -> found(joined.of(row))));
  }

  @Override
  public Optional<ObjectNode> find(WorkspaceId workspace, ProjectId id) {
    return one(PROJECT, PROJECT.WORKSPACE_ID, PROJECT.ID, workspace, id, of(ResourceType.PROJECT));
  }

  @Override
  public Optional<ObjectNode> find(WorkspaceId workspace, TaskId id) {
    return one(TASK, TASK.WORKSPACE_ID, TASK.ID, workspace, id, of(ResourceType.TASK));
  }

  @Override
  public Optional<ObjectNode> find(WorkspaceId workspace, ClientId id) {
    return one(CLIENT, CLIENT.WORKSPACE_ID, CLIENT.ID, workspace, id, of(ResourceType.CLIENT));
  }

  private KeysetQuery byName(
      Table<?> table,
      Field<String> id,
      Field<String> name,
      Field<Instant> createdAt,
      Field<Instant> updatedAt) {
    return new KeysetQuery(
        database,
        table,
        id,
        List.of(
            new Sort<>("name", name, Function.identity()),
            new Sort<>("created_at", createdAt, Instant::parse),
            new Sort<>("updated_at", updatedAt, Instant::parse)),
        false);
  }

  private <T> Optional<T> one(
      Table<?> table,
      Field<String> workspaceColumn,
      Field<String> idColumn,
      WorkspaceId workspace,
      Id id,
      Function<Record, T> toAnswer) {
    return database.read(
        sql ->
            sql.select(table.fields())
                .from(table)
                .where(Where.in(workspace, workspaceColumn).id(idColumn, id).condition())
                .fetchOptional(row -> toAnswer.apply(row)));
  }

  private static Function<Record, ObjectNode> of(ResourceType type) {
    return row -> JsonRows.resource(type, row);
  }

  private static FoundMember found(Record row) {
    return new FoundMember(
        member(row),
        row.get(MEMBER.VERSION).equals(row.get(MEMBER.PROFILE_VERSION)),
        row.get(MEMBER.PROFILE_BEHIND));
  }

  private static ObjectNode member(Record row) {
    return JsonRows.resource(ResourceType.MEMBER, row)
        .put("name", row.get(MEMBER.NAME))
        .put("email", row.get(MEMBER.EMAIL));
  }
}
