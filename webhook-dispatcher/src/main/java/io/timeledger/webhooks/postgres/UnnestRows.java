package io.timeledger.webhooks.postgres;

import static java.util.stream.Collectors.joining;
import static org.jooq.impl.DSL.val;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jooq.DataType;
import org.jooq.QueryPart;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/// Values of many rows as one array per column, so that one statement takes them all: the table
/// `r`, with the columns in the order in which they were added.
final class UnnestRows<T> {
  private final List<T> rows;
  private final List<QueryPart> arrays = new ArrayList<>();
  private final List<String> names = new ArrayList<>();
  private final Map<String, String> selected = new HashMap<>();

  private UnnestRows(Collection<T> rows) {
    this.rows = List.copyOf(rows);
  }

  static <T> UnnestRows<T> of(Collection<T> rows) {
    return new UnnestRows<>(rows);
  }

  UnnestRows<T> text(String name, Function<T, @Nullable String> value) {
    return add(name, value, String[]::new, SQLDataType.CLOB);
  }

  UnnestRows<T> integer(String name, Function<T, @Nullable Integer> value) {
    return add(name, value, Integer[]::new, SQLDataType.INTEGER);
  }

  UnnestRows<T> bigint(String name, Function<T, @Nullable Long> value) {
    return add(name, value, Long[]::new, SQLDataType.BIGINT);
  }

  UnnestRows<T> numeric(String name, Function<T, @Nullable BigDecimal> value) {
    return add(name, value, BigDecimal[]::new, SQLDataType.NUMERIC);
  }

  UnnestRows<T> bool(String name, Function<T, @Nullable Boolean> value) {
    return add(name, value, Boolean[]::new, SQLDataType.BOOLEAN);
  }

  UnnestRows<T> day(String name, Function<T, @Nullable LocalDate> value) {
    return add(name, value, LocalDate[]::new, SQLDataType.LOCALDATE);
  }

  UnnestRows<T> bytes(String name, Function<T, byte @Nullable []> value) {
    // As hexadecimal text: an empty element of an array of bytes comes out as no element at all.
    selected.put(name, name + "::bytea as " + name);
    return text(name, row -> hex(value.apply(row)));
  }

  private static @Nullable String hex(byte @Nullable [] bytes) {
    return bytes == null ? null : "\\x" + HexFormat.of().formatHex(bytes);
  }

  UnnestRows<T> instant(String name, Function<T, @Nullable Instant> value) {
    return add(name, value, Instant[]::new, SQLDataType.INSTANT);
  }

  /// The place of the row, from 0.
  UnnestRows<T> place(String name) {
    Integer[] places = IntStream.range(0, rows.size()).boxed().toArray(Integer[]::new);
    arrays.add(val(places, SQLDataType.INTEGER.array()));
    names.add(name);
    return this;
  }

  /// For a template of jOOQ.
  QueryPart table() {
    String places =
        IntStream.range(0, arrays.size()).mapToObj("{%d}"::formatted).collect(joining(", "));
    String columns = names.stream().map(it -> selected.getOrDefault(it, it)).collect(joining(", "));
    return DSL.sql(
        "(select %s from unnest(%s) as u (%s)) as r"
            .formatted(columns, places, String.join(", ", names)),
        arrays.toArray(QueryPart[]::new));
  }

  private <V> UnnestRows<T> add(
      String name,
      Function<T, ? extends @Nullable V> value,
      IntFunction<V[]> array,
      DataType<V> type) {
    V[] values = rows.stream().map(value).toArray(array);
    arrays.add(val(values, type.array()));
    names.add(name);
    return this;
  }
}
