package io.timeledger.streams.projector.postgres;

import static io.timeledger.schemas.jooq.projection.Tables.PROGRESS;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;

import io.timeledger.schemas.json.Json;
import io.timeledger.streams.projector.Advance;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSON;
import tools.jackson.databind.node.ObjectNode;

/// The newest event of each workspace, which must follow the one before without a gap.
final class Progress {
  private static final Field<Long> FIRST = field(name("r", "first"), Long.class);

  private Progress() {}

  /// @throws IllegalStateException when a workspace's first event does not follow what is stored
  static void advance(DSLContext sql, Collection<Advance> advances) {
    Map<Boolean, List<Advance>> byNews =
        advances.stream().collect(Collectors.partitioningBy(advance -> advance.from() == 1));
    Rows.insert(
        sql, PROGRESS, byNews.getOrDefault(true, List.of()).stream().map(Progress::row).toList());
    List<Advance> known = byNews.getOrDefault(false, List.of());
    if (!known.isEmpty() && update(sql, known) != known.size()) {
      throw new IllegalStateException(
          "events have a gap: " + known + " (expected: each from the one after the stored)");
    }
  }

  private static int update(DSLContext sql, List<Advance> advances) {
    String rows =
        Json.MAPPER.writeValueAsString(
            advances.stream().map(it -> row(it).put("first", it.from())).toList());
    return sql.update(PROGRESS)
        .set(PROGRESS.SEQUENCE, Rows.column(PROGRESS.SEQUENCE))
        .set(PROGRESS.HASH, Rows.column(PROGRESS.HASH))
        .set(PROGRESS.UPDATED_AT, Rows.column(PROGRESS.UPDATED_AT))
        .from(
            table(
                """
                json_to_recordset({0}) as r (
                  workspace_id text,
                  first bigint,
                  sequence bigint,
                  hash text,
                  updated_at timestamptz)
                """,
                val(JSON.json(rows))))
        .where(
            PROGRESS.WORKSPACE_ID.eq(Rows.column(PROGRESS.WORKSPACE_ID)),
            PROGRESS.SEQUENCE.eq(FIRST.minus(1)))
        .execute();
  }

  private static ObjectNode row(Advance advance) {
    return Json.MAPPER
        .createObjectNode()
        .put("workspace_id", advance.workspaceId().value())
        .put("sequence", advance.to())
        .put("hash", advance.hash())
        .put("updated_at", advance.at().toString());
  }
}
