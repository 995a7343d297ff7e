package io.timeledger.streams.projector.postgres;

import static java.util.stream.Collectors.joining;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;

import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.QueryPart;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// Sends rows as one text array per column, which PostgreSQL parses faster than JSON and casts
/// from.
final class UnnestInsert {
  private static final String NAME = "s";

  private static final DataType<String[]> TEXTS =
      SQLDataType.CLOB.array().asConvertedDataType(new TextArrayBinding());

  private UnnestInsert() {}

  /// The columns with their table types; null where a row lacks the column.
  static Select<?> selected(List<Field<?>> columns, Collection<ObjectNode> rows) {
    return select(columns.stream().map(UnnestInsert::received).toList()).from(sent(columns, rows));
  }

  /// `unnest(…, …) as s(workspace_id, …)`, all columns as text.
  private static Table<?> sent(List<Field<?>> columns, Collection<ObjectNode> rows) {
    String arrays =
        IntStream.range(0, columns.size()).mapToObj("{%d}"::formatted).collect(joining(", "));
    QueryPart[] values =
        columns.stream().map(column -> val(texts(column, rows), TEXTS)).toArray(QueryPart[]::new);
    return table("unnest(" + arrays + ")", values)
        .as(NAME, columns.stream().map(Field::getName).toArray(String[]::new));
  }

  private static <T> Field<T> received(Field<T> column) {
    return field(name(NAME, column.getName()), SQLDataType.CLOB)
        .cast(column.getDataType())
        .as(column.getName());
  }

  private static @Nullable String[] texts(Field<?> column, Collection<ObjectNode> rows) {
    DataType<?> type = column.getDataType();
    return rows.stream()
        .map(row -> ColumnText.of(type, row.get(column.getName())))
        .toArray(String[]::new);
  }
}
