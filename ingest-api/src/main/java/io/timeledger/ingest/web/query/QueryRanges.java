package io.timeledger.ingest.web.query;

import static io.timeledger.schemas.reply.ErrorCode.INVALID_PARAMETER;

import io.timeledger.ingest.web.error.ApiException;
import io.timeledger.ingest.web.json.FieldValidator;
import io.timeledger.ingest.web.json.WireNames;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Parameters that are the ends of a range: `from` and `to`, alone or at the end of a name. A range
/// that ends before it begins is an error, never an empty result.
public final class QueryRanges {
  private static final String FROM = "from";
  private static final String TO = "to";

  private QueryRanges() {}

  /// @throws ApiException naming the end that precedes its beginning
  static void requireOrdered(Object parameters) {
    RecordComponent[] components = parameters.getClass().getRecordComponents();
    for (RecordComponent first : components) {
      for (RecordComponent last : components) {
        if (isRange(WireNames.of(first), WireNames.of(last))) {
          requireOrdered(first, value(first, parameters), last, value(last, parameters));
        }
      }
    }
  }

  /// Both ends belong to the range; null passes.
  ///
  /// @throws ApiException naming the parameter that is out of its range
  public static void requireBetween(String name, @Nullable Number value, long from, long to) {
    if (value != null && (value.longValue() < from || value.longValue() > to)) {
      throw ApiException.of(INVALID_PARAMETER, name, FieldValidator.BETWEEN.formatted(from, to));
    }
  }

  private static void requireOrdered(
      RecordComponent first, @Nullable Object from, RecordComponent last, @Nullable Object to) {
    boolean reversed =
        switch (from) {
          case LocalDate day -> to instanceof LocalDate other && other.isBefore(day);
          case Instant at -> to instanceof Instant other && other.isBefore(at);
          case null, default -> false;
        };
    if (reversed) {
      throw ApiException.of(
          INVALID_PARAMETER,
          WireNames.of(last),
          FieldValidator.AT_LEAST.formatted(WireNames.of(first), from));
    }
  }

  private static boolean isRange(String first, String last) {
    return first.endsWith(FROM)
        && last.equals(first.substring(0, first.length() - FROM.length()) + TO);
  }

  private static @Nullable Object value(RecordComponent component, Object parameters) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(parameters);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(component + " cannot be read", e);
    }
  }
}
