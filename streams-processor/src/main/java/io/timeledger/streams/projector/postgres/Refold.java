package io.timeledger.streams.projector.postgres;

import static io.timeledger.schemas.jooq.projection.Projection.PROJECTION;
import static io.timeledger.schemas.jooq.projection.Tables.EVENT;
import static io.timeledger.schemas.jooq.projection.Tables.PROGRESS;
import static io.timeledger.schemas.jooq.projection.Tables.UNKNOWN_EVENT;
import static io.timeledger.schemas.jooq.projection.Tables.WORKSPACE;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.timeledger.schemas.event.EventEnvelope;
import io.timeledger.schemas.json.LoggedEvent;
import io.timeledger.streams.projector.EventBatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import tools.jackson.databind.node.ObjectNode;

/// Rebuilds one workspace from its rows of `event`, in one transaction. The effect of an event that
/// was unknown depends on later ones, so all derived data is discarded. Meanwhile the projector
/// waits with events of the workspace.
final class Refold {
  private static final int CHUNK = 500;
  private static final Set<Table<?>> KEPT = Set.of(EVENT, PROGRESS, UNKNOWN_EVENT);

  private Refold() {}

  /// @return false when another writer was faster
  static boolean run(DSLContext sql, String workspace) {
    sql.selectOne().from(PROGRESS).where(PROGRESS.WORKSPACE_ID.eq(workspace)).forUpdate().fetch();
    Set<Long> unknown = UnknownEvents.sequences(sql, workspace);
    if (unknown.isEmpty()) {
      return false;
    }
    empty(sql, workspace);
    List<EventEnvelope> stillUnknown = new ArrayList<>();
    try (Cursor<Record1<String>> bodies =
        sql.select(EVENT.BODY)
            .from(EVENT)
            .where(EVENT.WORKSPACE_ID.eq(workspace))
            .orderBy(EVENT.SEQUENCE)
            .fetchSize(CHUNK)
            .fetchLazy()) {
      while (bodies.hasNext()) {
        EventBatch batch =
            EventBatch.of(
                bodies.fetchNext(CHUNK).stream()
                    .map(row -> LoggedEvent.read(row.value1().getBytes(UTF_8)))
                    .toList());
        ProjectionWriter.fold(sql, batch);
        describe(
            sql,
            batch.events().stream()
                .filter(row -> unknown.contains(row.required("sequence").longValue()))
                .toList());
        stillUnknown.addAll(batch.unknown());
      }
    }
    UnknownEvents.forget(sql, workspace);
    UnknownEvents.keep(sql, stillUnknown);
    return true;
  }

  private static void empty(DSLContext sql, String workspace) {
    for (Table<?> table : PROJECTION.getTables()) {
      Field<String> column =
          table.equals(WORKSPACE)
              ? WORKSPACE.ID
              : table.field(DSL.name("workspace_id"), SQLDataType.CLOB);
      if (column != null && !KEPT.contains(table)) {
        sql.deleteFrom(table).where(column.eq(workspace)).execute();
      }
    }
  }

  /// The subject of an unknown event is only a guess; now it is certain.
  private static void describe(DSLContext sql, List<ObjectNode> rows) {
    if (!rows.isEmpty()) {
      sql.update(EVENT)
          .set(EVENT.ENTITY_TYPE, JsonInsert.column(EVENT.ENTITY_TYPE))
          .set(EVENT.ENTITY_ID, JsonInsert.column(EVENT.ENTITY_ID))
          .from(
              JsonInsert.like(
                  List.of(EVENT.WORKSPACE_ID, EVENT.SEQUENCE, EVENT.ENTITY_TYPE, EVENT.ENTITY_ID),
                  rows))
          .where(
              EVENT.WORKSPACE_ID.eq(JsonInsert.column(EVENT.WORKSPACE_ID)),
              EVENT.SEQUENCE.eq(JsonInsert.column(EVENT.SEQUENCE)))
          .execute();
    }
  }
}
