package io.timeledger.webhooks.postgres;

import io.timeledger.schemas.json.Json;
import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/// How values of this service stand in columns.
final class ColumnConverters {
  /// Now, by the clock that all instances share; also within a transaction that takes long.
  static final Field<Instant> CLOCK = DSL.field("clock_timestamp()", SQLDataType.INSTANT);

  private ColumnConverters() {}

  static JSONB json(Object value) {
    return JSONB.valueOf(Json.MAPPER.writeValueAsString(value));
  }

  static String wireName(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  /// As a literal, not as a parameter: by it, PostgreSQL finds the indexes of some states alone.
  static Field<String> literal(Enum<?> value) {
    return DSL.inline(wireName(value));
  }

  static <E extends Enum<E>> E constant(Class<E> type, String wireName) {
    return Enum.valueOf(type, wireName.toUpperCase(Locale.ROOT));
  }

  /// One array of values, so that the statement is the same for any number of them.
  static <T> Condition isAny(Field<String> column, Collection<T> values, Function<T, String> as) {
    return column.eq(DSL.any(values.stream().map(as).distinct().toArray(String[]::new)));
  }

  static Condition isAny(Field<String> column, Collection<String> values) {
    return isAny(column, values, value -> value);
  }
}
