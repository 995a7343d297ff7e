package io.timeledger.ingest.postgres;

import static io.timeledger.schemas.jooq.read.Tables.ROLLUP;
import static io.timeledger.schemas.jooq.read.Tables.TIME_ENTRY;

import io.timeledger.ingest.report.entity.EntityTimes;
import io.timeledger.ingest.report.entity.StageTotals;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.resource.Dimension;
import io.timeledger.schemas.resource.EntityType;
import io.timeledger.schemas.resource.ResourceType;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

record SqlEntityTimes(Database database) implements EntityTimes {
  private static final Field<LocalDate> FIRST = DSL.min(ROLLUP.LOG_DATE).as("first_day");
  private static final Field<LocalDate> LAST = DSL.max(ROLLUP.LOG_DATE).as("last_day");
  private static final Comparator<StageTotals> BY_BEGINNING =
      Comparator.comparing((StageTotals stage) -> Objects.requireNonNull(stage.firstDay()))
          .thenComparing(stage -> Objects.requireNonNull(stage.stage()));

  @Override
  public List<StageTotals> stages(WorkspaceId workspace, EntityType type, String id) {
    String prefix = type.name().toLowerCase(Locale.ROOT) + ":" + id + "/";
    Condition where =
        Where.in(workspace, ROLLUP.WORKSPACE_ID)
            .constant(ROLLUP.DIMENSION, Dimension.STAGE)
            .and(prefix, ROLLUP.DIMENSION_ID::startsWith)
            .condition();
    Map<String, Result<Record>> stages =
        database.read(
            sql ->
                sql.select(ROLLUP.DIMENSION_ID, FIRST, LAST)
                    .select(RollupRows.SUMS)
                    .from(ROLLUP)
                    .where(where)
                    .groupBy(ROLLUP.DIMENSION_ID, ROLLUP.CURRENCY)
                    .orderBy(ROLLUP.CURRENCY)
                    .fetchGroups(ROLLUP.DIMENSION_ID));
    return stages.entrySet().stream()
        .map(stage -> totals(stage.getKey().substring(prefix.length()), stage.getValue()))
        .sorted(BY_BEGINNING)
        .toList();
  }

  @Override
  public List<ObjectNode> latest(
      WorkspaceId workspace, EntityType type, String id, @Nullable UserId onlyUser, int limit) {
    Condition where =
        Where.in(workspace, TIME_ENTRY.WORKSPACE_ID)
            .constant(TIME_ENTRY.ENTITY_TYPE, type)
            .eq(TIME_ENTRY.ENTITY_ID, id)
            .id(TIME_ENTRY.USER_ID, onlyUser)
            .unlessGone(TIME_ENTRY.DELETED_AT, false)
            .condition();
    return database.read(
        sql ->
            sql.selectFrom(TIME_ENTRY)
                .where(where)
                .orderBy(TIME_ENTRY.LOG_DATE.desc(), TIME_ENTRY.ID.desc())
                .limit(limit)
                .fetch(row -> JsonRows.resource(ResourceType.TIME_ENTRY, row)));
  }

  private static StageTotals totals(String stage, List<Record> rows) {
    return new StageTotals(
        stage,
        days(rows, FIRST).min(Comparator.naturalOrder()).orElseThrow(),
        days(rows, LAST).max(Comparator.naturalOrder()).orElseThrow(),
        SqlRollups.totals(rows));
  }

  private static Stream<LocalDate> days(List<Record> rows, Field<LocalDate> column) {
    return rows.stream().map(row -> row.get(column));
  }
}
