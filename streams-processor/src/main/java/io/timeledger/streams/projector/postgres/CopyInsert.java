package io.timeledger.streams.projector.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.jooq.impl.DSL.name;

import java.io.ByteArrayInputStream;
import java.util.Collection;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import tools.jackson.databind.node.ObjectNode;

/// Inserts rows by COPY, which needs no planning and no casts and fills a page at a time. It does
/// not handle conflicts, so rows must be new.
final class CopyInsert {
  private CopyInsert() {}

  static void insert(
      DSLContext sql, Table<?> table, List<Field<?>> columns, Collection<ObjectNode> rows) {
    String copy =
        "copy %s (%s) from stdin"
            .formatted(
                sql.render(table),
                columns.stream()
                    .map(column -> sql.render(name(column.getName())))
                    .collect(joining(", ")));
    byte[] text = text(columns, rows).getBytes(UTF_8);
    sql.connection(
        connection ->
            connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn(copy, new ByteArrayInputStream(text)));
  }

  /// The text format of COPY (PostgreSQL's manual, COPY, "File Formats").
  private static String text(List<Field<?>> columns, Collection<ObjectNode> rows) {
    StringBuilder text = new StringBuilder();
    for (ObjectNode row : rows) {
      for (int i = 0; i < columns.size(); i++) {
        Field<?> column = columns.get(i);
        append(text, ColumnText.of(column.getDataType(), row.get(column.getName())));
        text.append(i < columns.size() - 1 ? '\t' : '\n');
      }
    }
    return text.toString();
  }

  private static void append(StringBuilder text, @Nullable String value) {
    if (value == null) {
      text.append("\\N");
      return;
    }
    int clean = 0;
    for (int i = 0; i < value.length(); i++) {
      char escaped = escaped(value.charAt(i));
      if (escaped != 0) {
        text.append(value, clean, i).append('\\').append(escaped);
        clean = i + 1;
      }
    }
    text.append(value, clean, value.length());
  }

  /// The escape character after the backslash; 0 if none is needed.
  private static char escaped(char c) {
    return switch (c) {
      case '\\' -> '\\';
      case '\t' -> 't';
      case '\n' -> 'n';
      case '\r' -> 'r';
      default -> 0;
    };
  }
}
