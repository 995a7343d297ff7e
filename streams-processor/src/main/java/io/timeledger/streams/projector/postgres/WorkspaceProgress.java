package io.timeledger.streams.projector.postgres;

import static io.timeledger.schemas.jooq.projection.Tables.PROGRESS;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import io.timeledger.schemas.json.Json;
import io.timeledger.streams.projector.SequenceRange;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;
import tools.jackson.databind.node.ObjectNode;

/// The newest event of each workspace; each must follow the previous one without a gap.
final class WorkspaceProgress {
  private static final Field<Long> FIRST = field(name("first"), SQLDataType.BIGINT);

  private WorkspaceProgress() {}

  /// @throws IllegalStateException when a workspace's first event does not follow what is stored
  static void advance(DSLContext sql, Collection<SequenceRange> advances) {
    Map<Boolean, List<SequenceRange>> byNews =
        advances.stream().collect(Collectors.partitioningBy(range -> range.from() == 1));
    JsonInsert.insert(
        sql,
        PROGRESS,
        byNews.getOrDefault(true, List.of()).stream().map(WorkspaceProgress::row).toList());
    List<SequenceRange> known = byNews.getOrDefault(false, List.of());
    if (!known.isEmpty() && update(sql, known) != known.size()) {
      throw new IllegalStateException(
          "events have a gap: " + known + " (expected: each from the one after the stored)");
    }
  }

  private static int update(DSLContext sql, List<SequenceRange> advances) {
    return sql.update(PROGRESS)
        .set(PROGRESS.SEQUENCE, JsonInsert.column(PROGRESS.SEQUENCE))
        .set(PROGRESS.HASH, JsonInsert.column(PROGRESS.HASH))
        .set(PROGRESS.UPDATED_AT, JsonInsert.column(PROGRESS.UPDATED_AT))
        .from(
            JsonInsert.like(
                List.of(
                    PROGRESS.WORKSPACE_ID,
                    FIRST,
                    PROGRESS.SEQUENCE,
                    PROGRESS.HASH,
                    PROGRESS.UPDATED_AT),
                advances.stream()
                    .map(advance -> row(advance).put(FIRST.getName(), advance.from()))
                    .toList()))
        .where(
            PROGRESS.WORKSPACE_ID.eq(JsonInsert.column(PROGRESS.WORKSPACE_ID)),
            PROGRESS.SEQUENCE.eq(JsonInsert.column(FIRST).minus(1)))
        .execute();
  }

  private static ObjectNode row(SequenceRange range) {
    return Json.MAPPER
        .createObjectNode()
        .put("workspace_id", range.workspaceId().value())
        .put("sequence", range.to())
        .put("hash", range.hash())
        .put("updated_at", range.at().toString());
  }
}
