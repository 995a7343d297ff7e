package io.timeledger.ingest.postgres;

import static io.timeledger.schemas.jooq.read.Tables.ROLLUP;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.row;

import io.timeledger.ingest.read.Cursor;
import io.timeledger.ingest.read.Paging;
import io.timeledger.ingest.read.Slice;
import io.timeledger.ingest.report.Bucket;
import io.timeledger.ingest.report.Days;
import io.timeledger.ingest.report.RollupFilter;
import io.timeledger.ingest.web.ApiException;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.json.Json;
import io.timeledger.schemas.reply.ErrorCode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record2;
import org.jooq.SelectSeekStep2;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Rollups by span of days and id, newest span first. The sums of one span and id, one per
/// currency, are one item, so the keys are paged first and their sums fetched then.
record RollupPages(Database database) {
  private static final String SORT = "-log_date";

  Slice page(WorkspaceId workspace, RollupFilter filter, Paging paging, boolean withMoney) {
    if (paging.sort() != null && !paging.sort().equals(SORT)) {
      throw ApiException.of(ErrorCode.INVALID_PARAMETER, "sort", "Expected -log_date.");
    }
    String list = new Reader(workspace, null, filter).toString();
    String cursor = paging.cursor();
    Cursor after = cursor == null ? null : Cursor.decode(cursor, list);
    Condition where = where(workspace, filter);
    Bucket bucket = filter.bucketOrDay();
    int limit = paging.limitOrDefault();
    return database.read(
        sql -> {
          List<Record2<LocalDate, String>> keys = keys(sql, bucket, where, after, paging);
          boolean hasMore = keys.size() > limit;
          List<Record2<LocalDate, String>> shown = hasMore ? keys.subList(0, limit) : keys;
          return new Slice(
              items(sql, bucket, where, shown, withMoney),
              hasMore
                  ? new Cursor(shown.getLast().value1().toString(), shown.getLast().value2())
                      .encode(list)
                  : null,
              limit,
              paging.page(),
              paging.page() == null ? null : count(sql, bucket, where));
        });
  }

  private static Condition where(WorkspaceId workspace, RollupFilter filter) {
    Days days = filter.days();
    return Where.in(workspace, ROLLUP.WORKSPACE_ID)
        .constant(ROLLUP.DIMENSION, filter.dimension())
        .eq(ROLLUP.DIMENSION_ID, filter.dimensionId())
        .from(ROLLUP.LOG_DATE, days.from())
        .to(ROLLUP.LOG_DATE, days.to())
        .condition();
  }

  /// The first day of the span. Weeks of PostgreSQL are those of ISO 8601.
  private static Field<LocalDate> start(Bucket bucket) {
    return switch (bucket) {
      case DAY -> ROLLUP.LOG_DATE;
      case WEEK -> field("date_trunc('week', {0})::date", LocalDate.class, ROLLUP.LOG_DATE);
      case MONTH -> field("date_trunc('month', {0})::date", LocalDate.class, ROLLUP.LOG_DATE);
    };
  }

  private static List<Record2<LocalDate, String>> keys(
      DSLContext sql, Bucket bucket, Condition where, @Nullable Cursor after, Paging paging) {
    SelectSeekStep2<Record2<LocalDate, String>, LocalDate, String> ordered =
        sql.selectDistinct(start(bucket), ROLLUP.DIMENSION_ID)
            .from(ROLLUP)
            .where(where)
            .orderBy(start(bucket).desc(), ROLLUP.DIMENSION_ID.desc());
    int limit = paging.limitOrDefault() + 1;
    return after == null
        ? ordered.limit(limit).offset(paging.offset()).fetch()
        : ordered.seek(day(after), after.id()).limit(limit).fetch();
  }

  private static LocalDate day(Cursor cursor) {
    try {
      return LocalDate.parse(cursor.value());
    } catch (DateTimeException e) {
      throw Cursor.invalid();
    }
  }

  private static long count(DSLContext sql, Bucket bucket, Condition where) {
    return sql.fetchCount(
        sql.selectDistinct(start(bucket), ROLLUP.DIMENSION_ID).from(ROLLUP).where(where));
  }

  private static List<ObjectNode> items(
      DSLContext sql,
      Bucket bucket,
      Condition where,
      List<Record2<LocalDate, String>> keys,
      boolean withMoney) {
    if (keys.isEmpty()) {
      return List.of();
    }
    Map<Record2<LocalDate, String>, List<Record>> rows = new LinkedHashMap<>();
    keys.forEach(key -> rows.put(key, new ArrayList<>()));
    Field<LocalDate> start = start(bucket).as("start");
    sql.select(start, ROLLUP.DIMENSION, ROLLUP.DIMENSION_ID)
        .select(SqlRollups.SUMS)
        .from(ROLLUP)
        .where(where)
        .and(ROLLUP.LOG_DATE.between(keys.getLast().value1(), bucket.end(keys.getFirst().value1())))
        .and(
            row(start(bucket), ROLLUP.DIMENSION_ID)
                .in(keys.stream().map(key -> row(key.value1(), key.value2())).toList()))
        .groupBy(start, ROLLUP.DIMENSION, ROLLUP.DIMENSION_ID, ROLLUP.CURRENCY)
        .orderBy(ROLLUP.CURRENCY)
        .forEach(
            one ->
                rows.computeIfPresent(
                    one.into(start, ROLLUP.DIMENSION_ID),
                    (key, all) -> {
                      all.add(one);
                      return all;
                    }));
    return rows.entrySet().stream()
        .filter(entry -> !entry.getValue().isEmpty())
        .map(entry -> item(bucket, entry.getKey().value1(), entry.getValue(), withMoney))
        .toList();
  }

  /// One item per span, id and currency; the amounts are fields of it.
  void all(
      WorkspaceId workspace, RollupFilter filter, boolean withMoney, Consumer<ObjectNode> each) {
    Bucket bucket = filter.bucketOrDay();
    Field<LocalDate> start = start(bucket).as("start");
    database.forEach(
        sql ->
            sql.select(start, ROLLUP.DIMENSION, ROLLUP.DIMENSION_ID)
                .select(SqlRollups.SUMS)
                .from(ROLLUP)
                .where(where(workspace, filter))
                .groupBy(start, ROLLUP.DIMENSION, ROLLUP.DIMENSION_ID, ROLLUP.CURRENCY)
                .orderBy(start.desc(), ROLLUP.DIMENSION_ID.desc(), ROLLUP.CURRENCY),
        row -> {
          ObjectNode item = item(bucket, row.get(start), List.of(row), withMoney);
          if (item.remove("amounts") instanceof ArrayNode amounts) {
            item.setAll((ObjectNode) amounts.get(0));
          }
          each.accept(item.put("currency", row.get(ROLLUP.CURRENCY)));
        });
  }

  private static ObjectNode item(
      Bucket bucket, LocalDate start, List<Record> rows, boolean withMoney) {
    Record first = rows.getFirst();
    ObjectNode json = Json.MAPPER.createObjectNode();
    json.put("dimension", first.get(ROLLUP.DIMENSION));
    json.put("dimension_id", first.get(ROLLUP.DIMENSION_ID));
    if (bucket == Bucket.DAY) {
      json.put("log_date", start.toString());
    }
    json.put("period", bucket.key(start));
    json.put("period_start", start.toString());
    json.put("period_end", bucket.end(start).toString());
    SqlRollups.totals(rows).writeTo(json, withMoney);
    return json;
  }
}
