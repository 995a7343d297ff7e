package io.timeledger.streams.projector.postgres;

import static org.jooq.impl.DSL.excluded;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.TableField;
import tools.jackson.databind.node.ObjectNode;

/// Upserts of rows whose columns are sums, except for the primary key.
final class AdditiveUpsert {
  private AdditiveUpsert() {}

  /// Adds each row to the one with the same primary key, or inserts it.
  static <R extends Record> void add(DSLContext sql, Table<R> table, Collection<ObjectNode> rows) {
    List<TableField<R, ?>> key = Objects.requireNonNull(table.getPrimaryKey()).getFields();
    Map<Field<?>, Field<?>> sums = new LinkedHashMap<>();
    Arrays.stream(table.fields())
        .filter(column -> !key.contains(column))
        .forEach(column -> sums.put(column, column.plus(excluded(column))));
    sql.insertInto(table)
        .columns(table.fields())
        .select(JsonInsert.selected(table, rows))
        .onConflict(key)
        .doUpdate()
        .set(sums)
        .execute();
  }
}
