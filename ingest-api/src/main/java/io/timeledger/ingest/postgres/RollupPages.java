package io.timeledger.ingest.postgres;

import static io.timeledger.ingest.postgres.RollupRows.CURRENCY;
import static io.timeledger.ingest.postgres.RollupRows.DAY;
import static io.timeledger.ingest.postgres.RollupRows.DIMENSION;
import static io.timeledger.ingest.postgres.RollupRows.ID;
import static io.timeledger.schemas.jooq.read.Tables.SETTINGS;
import static java.util.Objects.requireNonNull;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;

import io.timeledger.ingest.read.Cursor;
import io.timeledger.ingest.read.Page;
import io.timeledger.ingest.read.Paging;
import io.timeledger.ingest.report.Bucket;
import io.timeledger.ingest.report.Days;
import io.timeledger.ingest.report.RollupDimension;
import io.timeledger.ingest.report.RollupFilter;
import io.timeledger.ingest.web.error.ApiException;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.json.Json;
import io.timeledger.schemas.reply.ErrorCode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
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
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Rollups by span of days and id, newest span first; of one range with a `top`, the largest first.
/// The sums of one span and id, one per currency, form one item; so the keys are paged first
/// and their sums fetched after.
record RollupPages(Database database) {
  private static final String SORT = "-log_date";
  private static final int MONDAY = 1;

  /// The query's parameters as SQL.
  ///
  /// @param firstDay of weeks; Sunday is 0
  private record Span(Bucket bucket, Days days, Table<?> rows, Condition wanted, int firstDay) {

    Span(WorkspaceId workspace, RollupFilter filter, int firstDay) {
      this(filter, rows(workspace, filter), firstDay);
    }

    private Span(RollupFilter filter, Table<?> rows, int firstDay) {
      this(filter.bucketOrDay(), filter.days(), rows, wanted(filter, rows), firstDay);
    }

    private static Table<?> rows(WorkspaceId workspace, RollupFilter filter) {
      Table<?> rows =
          switch (filter.bucketOrDay()) {
            case MONTH, RANGE -> RollupRows.monthly(workspace, filter.stored(), filter.days());
            case DAY, WEEK, ISO_WEEK -> RollupRows.daily(workspace, filter.stored(), filter.days());
          };
      return filter.dimension() == RollupDimension.CLIENT
          ? RollupRows.ofClients(workspace, rows)
          : rows;
    }

    private static Condition wanted(RollupFilter filter, Table<?> rows) {
      if (filter.dimensionId() != null) {
        return ID.eq(filter.dimensionId());
      }
      return filter.top() == null ? noCondition() : ID.in(RollupRows.largest(rows, filter.top()));
    }

    /// The last day of the span with that start.
    LocalDate end(LocalDate start) {
      return bucket == Bucket.RANGE ? requireNonNull(days.to(), "to is null") : bucket.end(start);
    }

    String key(LocalDate start) {
      return bucket == Bucket.RANGE ? start + "/" + end(start) : bucket.key(start);
    }

    /// The first day of the span. Day one of year one was a Monday.
    Field<LocalDate> start() {
      return switch (bucket) {
        case DAY -> DAY;
        // Of a column, because no constant can be sorted by.
        case RANGE ->
            field(
                "{0} - ({0} - {1})",
                LocalDate.class, DAY, inline(requireNonNull(days.from(), "from is null")));
        case WEEK, ISO_WEEK ->
            field(
                "{0} - ({0} - date '0001-01-01' + {1}) % 7",
                LocalDate.class, DAY, inline(MONDAY + 7 - firstDay));
        case MONTH -> field("date_trunc('month', {0})::date", LocalDate.class, DAY);
      };
    }
  }

  Page page(WorkspaceId workspace, RollupFilter filter, Paging paging, boolean withMoney) {
    if (paging.sort() != null && !paging.sort().equals(SORT)) {
      throw ApiException.of(ErrorCode.INVALID_PARAMETER, "sort", "Expected -log_date.");
    }
    if (filter.isRanking() && (paging.cursor() != null || paging.page() != null)) {
      throw ApiException.of(
          ErrorCode.INVALID_PARAMETER, "top", "All of a range's top are on one page.");
    }
    int firstDay = firstDay(workspace, filter);
    // A cursor is valid only for the first day of the week that it was issued with.
    String list = new CursorScope(workspace, null, filter) + "/" + firstDay;
    String cursor = paging.cursor();
    Cursor after = cursor == null ? null : Cursor.decode(cursor, list);
    Span span = new Span(workspace, filter, firstDay);
    int limit = filter.isRanking() ? filter.topOrAll() : paging.limitOrDefault();
    return database.read(
        sql -> {
          List<Record2<LocalDate, String>> keys = keys(sql, span, after, paging, limit + 1);
          boolean hasMore = keys.size() > limit;
          List<Record2<LocalDate, String>> shown = hasMore ? keys.subList(0, limit) : keys;
          return new Page(
              sorted(items(sql, span, shown, withMoney), filter),
              hasMore
                  ? new Cursor(shown.getLast().value1().toString(), shown.getLast().value2())
                      .encode(list)
                  : null,
              limit,
              paging.page(),
              paging.page() == null ? null : count(sql, span));
        });
  }

  /// All of them are on one page.
  private static List<ObjectNode> sorted(List<ObjectNode> items, RollupFilter filter) {
    return filter.isRanking()
        ? items.stream()
            .sorted(
                Comparator.comparingLong(
                        (ObjectNode item) -> item.required("total_seconds").asLong())
                    .reversed())
            .toList()
        : items;
  }

  private int firstDay(WorkspaceId workspace, RollupFilter filter) {
    return filter.bucketOrDay() == Bucket.WEEK
        ? database.read(
            sql ->
                sql.select(SETTINGS.WEEK_START_DAY)
                    .from(SETTINGS)
                    .where(SETTINGS.WORKSPACE_ID.eq(workspace.value()))
                    .fetchOptional(SETTINGS.WEEK_START_DAY)
                    .orElse(MONDAY))
        : MONDAY;
  }

  private static List<Record2<LocalDate, String>> keys(
      DSLContext sql, Span span, @Nullable Cursor after, Paging paging, int limit) {
    SelectSeekStep2<Record2<LocalDate, String>, LocalDate, String> ordered =
        sql.selectDistinct(span.start(), ID)
            .from(span.rows())
            .where(span.wanted())
            .orderBy(span.start().desc(), ID.desc());
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

  private static long count(DSLContext sql, Span span) {
    return sql.fetchCount(
        sql.selectDistinct(span.start(), ID).from(span.rows()).where(span.wanted()));
  }

  private static List<ObjectNode> items(
      DSLContext sql, Span span, List<Record2<LocalDate, String>> keys, boolean withMoney) {
    if (keys.isEmpty()) {
      return List.of();
    }
    Map<Record2<LocalDate, String>, List<Record>> rows = new LinkedHashMap<>();
    keys.forEach(key -> rows.put(key, new ArrayList<>()));
    Field<LocalDate> start = field("first_day", LocalDate.class);
    sql.select(start, DIMENSION, ID)
        .select(RollupRows.SUMS)
        .from(span.rows().join(rowsOf(keys, span)).on("dimension_id = id"))
        .where("log_date between first_day and last_day")
        .groupBy(start, DIMENSION, ID, CURRENCY)
        .orderBy(CURRENCY)
        .forEach(
            one ->
                rows.computeIfPresent(
                    one.into(start, ID),
                    (key, all) -> {
                      all.add(one);
                      return all;
                    }));
    return rows.entrySet().stream()
        .filter(entry -> !entry.getValue().isEmpty())
        .map(entry -> item(span, entry.getKey().value1(), entry.getValue(), withMoney))
        .toList();
  }

  /// As a table, so that the index finds the days of each.
  private static Table<?> rowsOf(List<Record2<LocalDate, String>> keys, Span span) {
    return table(
        "unnest({0}, {1}, {2}) as keys (id, first_day, last_day)",
        val(keys.stream().map(Record2::value2).toArray(String[]::new)),
        val(keys.stream().map(Record2::value1).toArray(LocalDate[]::new)),
        val(keys.stream().map(key -> span.end(key.value1())).toArray(LocalDate[]::new)));
  }

  /// One item per span, id and currency; the amounts are fields of it.
  void all(
      WorkspaceId workspace, RollupFilter filter, boolean withMoney, Consumer<ObjectNode> each) {
    Span span = new Span(workspace, filter, firstDay(workspace, filter));
    Field<LocalDate> start = span.start().as("start");
    database.forEach(
        sql ->
            sql.select(start, DIMENSION, ID)
                .select(RollupRows.SUMS)
                .from(span.rows())
                .where(span.wanted())
                .groupBy(start, DIMENSION, ID, CURRENCY)
                .orderBy(start.desc(), ID.desc(), CURRENCY),
        row -> {
          ObjectNode item = item(span, row.get(start), List.of(row), withMoney);
          if (item.remove("amounts") instanceof ArrayNode amounts) {
            item.setAll((ObjectNode) amounts.get(0));
          }
          each.accept(item.put("currency", row.get(CURRENCY)));
        });
  }

  private static ObjectNode item(Span span, LocalDate start, List<Record> rows, boolean withMoney) {
    Record first = rows.getFirst();
    ObjectNode json = Json.MAPPER.createObjectNode();
    json.put("dimension", first.get(DIMENSION));
    json.put("dimension_id", first.get(ID));
    if (span.bucket() == Bucket.DAY) {
      json.put("log_date", start.toString());
    }
    json.put("period", span.key(start));
    json.put("period_start", start.toString());
    json.put("period_end", span.end(start).toString());
    SqlRollups.totals(rows).writeTo(json, withMoney);
    return json;
  }
}
