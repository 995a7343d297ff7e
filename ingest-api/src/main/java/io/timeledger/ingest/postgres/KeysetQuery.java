package io.timeledger.ingest.postgres;

import static io.timeledger.schemas.reply.ErrorCode.INVALID_PARAMETER;

import io.timeledger.ingest.read.Cursor;
import io.timeledger.ingest.read.Page;
import io.timeledger.ingest.read.Paging;
import io.timeledger.ingest.web.error.ApiException;
import java.time.DateTimeException;
import java.util.List;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.SelectSeekStep2;
import org.jooq.SortField;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// A list sorted by a column and then by id: a total order, in which a cursor always finds its
/// position.
///
/// @param sorts the allowed sort columns; the first is the default
/// @param defaultDescending the direction of the default
record KeysetQuery(
    Database database,
    Table<?> table,
    Field<String> id,
    List<Sort<?>> sorts,
    boolean defaultDescending) {

  /// The name of a sort column that is computed.
  private static final String SORT_KEY = "sort_key";

  /// @param filter the list with its filters and its reader, to which a cursor is bound
  Page page(Condition where, Object filter, Paging paging, Function<Record, ObjectNode> toJson) {
    String asked = paging.sort();
    boolean descending = asked == null ? defaultDescending : asked.startsWith("-");
    Sort<?> sort =
        asked == null ? sorts.getFirst() : sortNamed(descending ? asked.substring(1) : asked);
    return page(sort, descending, where, filter, paging, toJson);
  }

  private <T> Page page(
      Sort<T> sort,
      boolean descending,
      Condition where,
      Object filter,
      Paging paging,
      Function<Record, ObjectNode> toJson) {
    String list =
        String.join("|", table.getName(), sort.name(), descending ? "-" : "+", filter.toString());
    String cursor = paging.cursor();
    Cursor after = cursor == null ? null : Cursor.decode(cursor, list);
    int limit = paging.limitOrDefault();
    return database.read(
        sql -> {
          Result<? extends Record> rows = rows(sql, sort, descending, where, after, paging);
          boolean hasMore = rows.size() > limit;
          List<? extends Record> shown = hasMore ? rows.subList(0, limit) : rows;
          return new Page(
              shown.stream().map(row -> toJson.apply(row)).toList(),
              hasMore ? cursorOf(shown.getLast(), sort).encode(list) : null,
              limit,
              paging.page(),
              paging.page() == null ? null : (long) sql.fetchCount(table, where));
        });
  }

  private <T> Result<? extends Record> rows(
      DSLContext sql,
      Sort<T> sort,
      boolean descending,
      Condition where,
      @Nullable Cursor after,
      Paging paging) {
    SortField<T> bySort = descending ? sort.column().desc() : sort.column().asc();
    SortField<String> byId = descending ? id.desc() : id.asc();
    SelectSeekStep2<?, T, String> ordered =
        sql.select(table.fields())
            .select(isComputed(sort) ? List.of(sort.column().as(SORT_KEY)) : List.of())
            .from(table)
            .where(where)
            .orderBy(bySort, byId);
    int limit = paging.limitOrDefault() + 1;
    return after == null
        ? ordered.limit(limit).offset(paging.offset()).fetch()
        : ordered.seek(parse(sort, after.value()), after.id()).limit(limit).fetch();
  }

  private static <T> T parse(Sort<T> sort, String value) {
    try {
      return sort.parse().apply(value);
    } catch (DateTimeException | IllegalArgumentException e) {
      throw Cursor.invalid();
    }
  }

  private boolean isComputed(Sort<?> sort) {
    return table.indexOf(sort.column()) < 0;
  }

  private Cursor cursorOf(Record row, Sort<?> sort) {
    Object value = isComputed(sort) ? row.get(SORT_KEY) : row.get(sort.column());
    return new Cursor(String.valueOf(value), row.get(id));
  }

  private Sort<?> sortNamed(String name) {
    return sorts.stream()
        .filter(sort -> sort.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                ApiException.of(
                    INVALID_PARAMETER,
                    "sort",
                    "Expected one of %s, with - before it for descending."
                        .formatted(String.join(", ", sorts.stream().map(Sort::name).toList()))));
  }
}
