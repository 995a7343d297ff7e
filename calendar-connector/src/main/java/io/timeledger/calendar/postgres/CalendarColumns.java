package io.timeledger.calendar.postgres;

import io.timeledger.schemas.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/// Conversions between values and columns.
final class CalendarColumns {
  /// The current time of the database, which all instances share. Advances within a transaction.
  static final Field<Instant> CLOCK = DSL.field("clock_timestamp()", SQLDataType.INSTANT);

  private CalendarColumns() {}

  static JSONB json(Object value) {
    return JSONB.valueOf(Json.MAPPER.writeValueAsString(value));
  }

  static byte[] bytes(JSONB json) {
    return json.data().getBytes(StandardCharsets.UTF_8);
  }

  static String wireName(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  static <E extends Enum<E>> E constant(Class<E> type, String wireName) {
    return Enum.valueOf(type, wireName.toUpperCase(Locale.ROOT));
  }

  /// Binds the values as one array, so that the statement text does not depend on their number.
  static Condition isAny(Field<String> column, Collection<String> values) {
    return column.eq(DSL.any(values.stream().distinct().toArray(String[]::new)));
  }
}
