package io.timeledger.streams.projector.postgres;

import static java.util.stream.Collectors.joining;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;

import io.timeledger.schemas.json.Json;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.QueryPart;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Rows on their way to PostgreSQL: of each column one array of text, which takes it less time to
/// read than JSON does, and from which it casts.
final class SentRows {
  private static final String NAME = "s";

  /// After an even number of backslashes, each pair of which is one in the text.
  private static final Pattern ESCAPED_NUL = Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*+)\\\\u0000");

  private static final DataType<String[]> TEXTS =
      SQLDataType.CLOB.array().asConvertedDataType(new TextArrayBinding());

  private SentRows() {}

  /// The columns as they are in their table; null in those that a row has not.
  static Select<?> selected(List<Field<?>> columns, Collection<ObjectNode> rows) {
    return select(columns.stream().map(SentRows::received).toList()).from(sent(columns, rows));
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
    return rows.stream().map(row -> text(type, row.get(column.getName()))).toArray(String[]::new);
  }

  private static @Nullable String text(DataType<?> type, @Nullable JsonNode value) {
    if (value == null || value.isNull()) {
      return null;
    }
    if (type.isArray()) {
      return value
          .valueStream()
          .map(element -> quoted(storable(element.asString())))
          .collect(joining(",", "{", "}"));
    }
    return type.getSQLDataType() == SQLDataType.JSONB ? json(value) : storable(value.asString());
  }

  /// An element of PostgreSQL's literal of an array (its manual, 8.15.6).
  private static String quoted(String element) {
    return '"' + element.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static String json(JsonNode value) {
    String json = Json.MAPPER.writeValueAsString(value);
    return json.contains("\\u0000") ? ESCAPED_NUL.matcher(json).replaceAll("$1\\\\ufffd") : json;
  }

  /// PostgreSQL's text cannot hold U+0000; the replacement character stands in for it, so that one
  /// odd character does not stop a projection.
  private static String storable(String text) {
    return text.indexOf('\0') < 0 ? text : text.replace('\0', '\ufffd');
  }
}
