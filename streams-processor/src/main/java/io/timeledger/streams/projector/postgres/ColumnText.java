package io.timeledger.streams.projector.postgres;

import static java.util.stream.Collectors.joining;

import io.timeledger.schemas.json.Json;
import java.util.regex.Pattern;
import org.jooq.DataType;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Converts JSON values to PostgreSQL's text format for a column.
final class ColumnText {
  /// Preceded by an even number of backslashes, each pair of which is one in the text.
  private static final Pattern ESCAPED_NUL = Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*+)\\\\u0000");

  private ColumnText() {}

  /// @param value null if the row lacks the column
  static @Nullable String of(DataType<?> type, @Nullable JsonNode value) {
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

  /// An element of a PostgreSQL array literal (its manual, 8.15.6).
  private static String quoted(String element) {
    return '"' + element.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static String json(JsonNode value) {
    String json = Json.MAPPER.writeValueAsString(value);
    return json.contains("\\u0000") ? ESCAPED_NUL.matcher(json).replaceAll("$1\\\\ufffd") : json;
  }

  /// PostgreSQL text cannot contain U+0000; replaces it, so that one odd character does not stop a
  /// projection.
  private static String storable(String text) {
    return text.indexOf('\0') < 0 ? text : text.replace('\0', '\ufffd');
  }
}
