package io.timeledger.ingest.postgres;

import static io.timeledger.schemas.jooq.read.Tables.CONNECTION;

import io.timeledger.ingest.calendar.connection.ConnectionFilter;
import io.timeledger.ingest.calendar.connection.Connections;
import io.timeledger.ingest.read.Page;
import io.timeledger.ingest.read.Paging;
import io.timeledger.schemas.id.ConnectionId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.jooq.calendar_read.tables.Calendar;
import io.timeledger.schemas.jooq.calendar_read.tables.Round;
import io.timeledger.schemas.resource.ResourceType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Joins the ledger's connections with the connector's state. The connector lags behind the log, so
/// a new connection first has no calendars.
final class SqlConnections implements Connections {
  private static final io.timeledger.schemas.jooq.calendar_read.tables.Connection STATE =
      io.timeledger.schemas.jooq.calendar_read.tables.Connection.CONNECTION;
  private static final Calendar CALENDAR = Calendar.CALENDAR;
  private static final Round ROUND = Round.ROUND;

  /// Columns for joins and access checks; not returned.
  private static final Set<String> INNER = Set.of("connection_id", "workspace_id", "user_id");

  private final Database database;
  private final KeysetQuery connections;
  private final KeysetQuery rounds;

  SqlConnections(Database database) {
    this.database = database;
    connections =
        new KeysetQuery(
            database,
            CONNECTION,
            CONNECTION.ID,
            List.of(new Sort<>("created_at", CONNECTION.CREATED_AT, Instant::parse)),
            true);
    rounds =
        new KeysetQuery(
            database,
            ROUND,
            ROUND.ID,
            // ids sort by time; a requested round has no start yet
            List.of(new Sort<>("started_at", ROUND.ID, Function.identity())),
            true);
  }

  @Override
  public Page list(
      WorkspaceId workspace, @Nullable UserId onlyUser, ConnectionFilter filter, Paging paging) {
    Condition where =
        Where.in(workspace, CONNECTION.WORKSPACE_ID)
            .id(CONNECTION.USER_ID, onlyUser)
            .constant(CONNECTION.PROVIDER, filter.provider())
            .constant(CONNECTION.STATUS, filter.status())
            .unlessGone(CONNECTION.DELETED_AT, filter.includeDeleted())
            .condition();
    Page page =
        connections.page(
            where,
            new CursorScope(workspace, onlyUser, filter),
            paging,
            row -> JsonRows.resource(ResourceType.CONNECTION, row));
    addStates(page.items(), page.ids());
    return page;
  }

  @Override
  public Optional<ObjectNode> find(WorkspaceId workspace, ConnectionId id) {
    Optional<ObjectNode> found =
        database.read(
            sql ->
                sql.selectFrom(CONNECTION)
                    .where(
                        Where.in(workspace, CONNECTION.WORKSPACE_ID)
                            .id(CONNECTION.ID, id)
                            .condition())
                    .fetchOptional(row -> JsonRows.resource(ResourceType.CONNECTION, row)));
    found.ifPresent(connection -> addStates(List.of(connection), List.of(id.value())));
    return found;
  }

  @Override
  public Page rounds(WorkspaceId workspace, ConnectionId id, Paging paging) {
    Condition where =
        Where.in(workspace, ROUND.WORKSPACE_ID).id(ROUND.CONNECTION_ID, id).condition();
    return rounds.page(
        where,
        new CursorScope(workspace, null, id),
        paging,
        row -> JsonRows.tree(row).remove(INNER));
  }

  private void addStates(Collection<ObjectNode> found, Collection<String> ids) {
    Map<String, ObjectNode> states =
        database.read(
            sql ->
                sql.selectFrom(STATE).where(STATE.ID.in(ids)).fetch(JsonRows::tree).stream()
                    .collect(
                        Collectors.toMap(
                            state -> state.required("id").asString(), state -> state)));
    Map<String, List<ObjectNode>> calendars =
        database.read(
            sql ->
                sql.selectFrom(CALENDAR)
                    .where(CALENDAR.CONNECTION_ID.in(ids))
                    .orderBy(CALENDAR.IS_PRIMARY.desc(), CALENDAR.NAME, CALENDAR.ID)
                    .fetchGroups(CALENDAR.CONNECTION_ID, SqlConnections::calendar));
    for (ObjectNode connection : found) {
      String id = connection.required("id").asString();
      ObjectNode state = states.get(id);
      for (String field : List.of("last_success_at", "next_due_at", "error", "error_since")) {
        connection.set(field, state == null ? null : state.get(field));
      }
      ArrayNode list = connection.putArray("calendars");
      list.addAll(calendars.getOrDefault(id, List.of()));
    }
  }

  private static ObjectNode calendar(Record row) {
    return JsonRows.tree(row).remove(INNER);
  }
}
