package io.timeledger.streams.projector.postgres;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.TableField;
import tools.jackson.databind.node.ObjectNode;

/// Writes rows, given as JSON objects named by column, with one statement per table whatever their
/// number.
final class JsonInsert {
  private static final String NAME = "r";

  private JsonInsert() {}

  /// Rows with columns of the table, to be joined to it as `r`.
  ///
  /// @param rows not empty, and all with the same columns
  static <R extends Record> Table<?> like(Table<R> table, Collection<ObjectNode> rows) {
    ObjectNode first = rows.iterator().next();
    List<Field<?>> columns =
        Arrays.<Field<?>>stream(table.fields())
            .filter(column -> first.has(column.getName()))
            .toList();
    return like(columns, rows);
  }

  /// Rows with these columns, to be joined to a table as `r`.
  static Table<?> like(List<Field<?>> columns, Collection<ObjectNode> rows) {
    return UnnestInsert.selected(columns, rows).asTable(NAME);
  }

  /// A column of [#like].
  static <T> Field<T> column(Field<T> column) {
    return field(name(NAME, column.getName()), column.getDataType());
  }

  /// Rows with all columns of the table.
  static <R extends Record> Select<?> selected(Table<R> table, Collection<ObjectNode> rows) {
    return UnnestInsert.selected(List.of(table.fields()), rows);
  }

  /// Inserts rows that must be new.
  static <R extends Record> void insert(
      DSLContext sql, Table<R> table, Collection<ObjectNode> rows) {
    if (!rows.isEmpty()) {
      CopyInsert.insert(sql, table, List.of(table.fields()), rows);
    }
  }

  /// Inserts rows, or replaces those with the same primary key.
  static <R extends Record> void upsert(
      DSLContext sql, Table<R> table, Collection<ObjectNode> rows) {
    if (!rows.isEmpty()) {
      sql.insertInto(table)
          .columns(table.fields())
          .select(selected(table, rows))
          .onConflict(Objects.requireNonNull(table.getPrimaryKey()).getFields())
          .doUpdate()
          .setNonConflictingKeyToExcluded()
          .execute();
    }
  }

  /// Deletes the rows with the same primary key.
  static <R extends Record> void delete(
      DSLContext sql, Table<R> table, Collection<ObjectNode> rows) {
    delete(sql, table, rows, noCondition());
  }

  /// Deletes the rows with the same primary key that meet the condition.
  static <R extends Record> void delete(
      DSLContext sql, Table<R> table, Collection<ObjectNode> rows, Condition condition) {
    if (!rows.isEmpty()) {
      sql.deleteFrom(table)
          .using(like(table, rows))
          .where(
              Objects.requireNonNull(table.getPrimaryKey()).getFields().stream()
                  .map(JsonInsert::matches)
                  .toList())
          .and(condition)
          .execute();
    }
  }

  private static <T> Condition matches(TableField<?, T> column) {
    return column.eq(column(column));
  }
}
