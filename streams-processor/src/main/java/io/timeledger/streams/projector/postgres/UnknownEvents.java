package io.timeledger.streams.projector.postgres;

import static io.timeledger.schemas.jooq.projection.Tables.EVENT;
import static io.timeledger.schemas.jooq.projection.Tables.UNKNOWN_EVENT;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.jooq.impl.DSL.any;

import io.timeledger.schemas.event.EventEnvelope;
import io.timeledger.schemas.json.Json;
import io.timeledger.schemas.json.LoggedEvent;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Record2;

/// Events of a newer release: rows of `event` without derived data yet.
final class UnknownEvents {
  private static final int FETCH_SIZE = 500;

  private UnknownEvents() {}

  static void keep(DSLContext sql, Collection<EventEnvelope> events) {
    JsonInsert.insert(
        sql,
        UNKNOWN_EVENT,
        events.stream()
            .map(
                event ->
                    Json.MAPPER
                        .createObjectNode()
                        .put("workspace_id", event.workspaceId().value())
                        .put("sequence", event.sequence())
                        .put("type", event.type()))
            .toList());
  }

  /// Whether any of the workspaces has one.
  static boolean areIn(DSLContext sql, String... workspaces) {
    return sql.fetchExists(
        sql.selectFrom(UNKNOWN_EVENT).where(UNKNOWN_EVENT.WORKSPACE_ID.eq(any(workspaces))));
  }

  static Set<Long> sequences(DSLContext sql, String workspace) {
    return sql.select(UNKNOWN_EVENT.SEQUENCE)
        .from(UNKNOWN_EVENT)
        .where(UNKNOWN_EVENT.WORKSPACE_ID.eq(workspace))
        .fetchSet(UNKNOWN_EVENT.SEQUENCE);
  }

  static void forget(DSLContext sql, String workspace) {
    sql.deleteFrom(UNKNOWN_EVENT).where(UNKNOWN_EVENT.WORKSPACE_ID.eq(workspace)).execute();
  }

  /// The workspaces with an event that this release now knows.
  static List<String> workspacesToFold(DSLContext sql) {
    try (Stream<Record2<String, String>> rows =
        sql.select(EVENT.WORKSPACE_ID, EVENT.BODY)
            .from(UNKNOWN_EVENT)
            .join(EVENT)
            .on(
                EVENT.WORKSPACE_ID.eq(UNKNOWN_EVENT.WORKSPACE_ID),
                EVENT.SEQUENCE.eq(UNKNOWN_EVENT.SEQUENCE))
            .fetchSize(FETCH_SIZE)
            .fetchStream()) {
      return rows.filter(row -> LoggedEvent.read(row.value2().getBytes(UTF_8)).event().isPresent())
          .map(Record2::value1)
          .distinct()
          .sorted()
          .toList();
    }
  }
}
