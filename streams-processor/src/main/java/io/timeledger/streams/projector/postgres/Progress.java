package io.timeledger.streams.projector.postgres;

import static io.timeledger.schemas.jooq.projection.Tables.PROGRESS;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import io.timeledger.schemas.json.Json;
import io.timeledger.streams.projector.Advance;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;
import tools.jackson.databind.node.ObjectNode;

/// The newest event of each workspace, which must follow the one before without a gap.
final class Progress {
  private static final Field<Long> FIRST = field(name("first"), SQLDataType.BIGINT);

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
    return sql.update(PROGRESS)
        .set(PROGRESS.SEQUENCE, Rows.column(PROGRESS.SEQUENCE))
        .set(PROGRESS.HASH, Rows.column(PROGRESS.HASH))
        .set(PROGRESS.UPDATED_AT, Rows.column(PROGRESS.UPDATED_AT))
        .from(
            Rows.like(
                List.of(
                    PROGRESS.WORKSPACE_ID,
                    FIRST,
                    PROGRESS.SEQUENCE,
                    PROGRESS.HASH,
                    PROGRESS.UPDATED_AT),
                advances.stream().map(it -> row(it).put(FIRST.getName(), it.from())).toList()))
        .where(
            PROGRESS.WORKSPACE_ID.eq(Rows.column(PROGRESS.WORKSPACE_ID)),
            PROGRESS.SEQUENCE.eq(Rows.column(FIRST).minus(1)))
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
