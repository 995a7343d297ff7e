package io.timeledger.webhooks.postgres;

import static java.util.stream.Collectors.joining;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.QueryPart;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/// Values of many rows as one array per column, so that one statement takes them all: the table
/// `r`, with the columns in the order in which they were added.
final class UnnestRows<T> {
  private final List<T> rows;
  private final List<Field<?>> columns = new ArrayList<>();
  private final List<QueryPart> arrays = new ArrayList<>();
  private final List<String> selected = new ArrayList<>();

  private UnnestRows(Collection<T> rows) {
    this.rows = List.copyOf(rows);
  }

  static <T> UnnestRows<T> of(Collection<T> rows) {
    return new UnnestRows<>(rows);
  }

  /// The column of these rows that is called like a column of a table.
  static <V> Field<V> r(Field<V> column) {
    return DSL.field(DSL.name("r", column.getName()), column.getDataType());
  }

  /// A column named and typed like one of a table.
  <V> UnnestRows<T> with(Field<V> column, Function<T, ? extends @Nullable V> value) {
    List<@Nullable V> values = new ArrayList<>();
    rows.forEach(row -> values.add(value.apply(row)));
    String name = quoted(column);
    // As text: empty bytea elements would be lost, and unnest flattens nested arrays.
    if (column.getType() == byte[].class) {
      return add(column, texts(values, bytes -> hex((byte[]) bytes)), name + "::bytea as " + name);
    } else if (column.getType() == Integer[].class) {
      return add(
          column, texts(values, numbers -> set((Integer[]) numbers)), name + "::int[] as " + name);
    } else if (column.getType() == JSONB.class) {
      return add(column, texts(values, json -> ((JSONB) json).data()), name + "::jsonb as " + name);
    }
    return add(column, array(values, column.getDataType()), name);
  }

  /// The place of the row, from 0.
  UnnestRows<T> place(Field<Integer> column) {
    List<Integer> places = IntStream.range(0, rows.size()).boxed().toList();
    return add(column, array(places, SQLDataType.INTEGER), quoted(column));
  }

  /// To select from, as `r`.
  Table<Record> table() {
    String places =
        IntStream.range(0, arrays.size()).mapToObj("{%d}"::formatted).collect(joining(", "));
    String names = columns.stream().map(UnnestRows::quoted).collect(joining(", "));
    return DSL.table(
        "(select %s from unnest(%s) as u (%s)) as r"
            .formatted(String.join(", ", selected), places, names),
        arrays.toArray(QueryPart[]::new));
  }

  /// Inserts the rows, but those that are there already.
  void insertInto(DSLContext tx, Table<?> target) {
    if (!rows.isEmpty()) {
      tx.insertInto(target, columns)
          .select(tx.select(columns.stream().map(column -> r(column)).toList()).from(table()))
          .onConflictDoNothing()
          .execute();
    }
  }

  private UnnestRows<T> add(Field<?> column, QueryPart array, String select) {
    columns.add(column);
    arrays.add(array);
    selected.add(select);
    return this;
  }

  private static <V> QueryPart array(List<? extends @Nullable V> values, DataType<V> type) {
    Object[] array = (Object[]) Array.newInstance(type.getType(), values.size());
    return DSL.val(values.toArray(array), type.getArrayDataType());
  }

  private static QueryPart texts(List<?> values, Function<Object, String> text) {
    return array(
        values.stream().map(value -> value == null ? null : text.apply(value)).toList(),
        SQLDataType.CLOB);
  }

  private static String quoted(Field<?> column) {
    return '"' + column.getName() + '"';
  }

  private static String hex(byte[] bytes) {
    return "\\x" + HexFormat.of().formatHex(bytes);
  }

  private static String set(Integer[] numbers) {
    return Arrays.stream(numbers).map(Object::toString).collect(joining(",", "{", "}"));
  }
}
