package io.timeledger.schemas.json;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Checks records parsed from untrusted input. Every component that is not `@Nullable` must be
/// present, and every value must be storable in logs, keys and databases: text without NUL and
/// unpaired surrogates, days of the years 1 to 9999, decimals that stay short in plain notation.
final class ContractValidator {
  private static final int MOST_DIGITS = 100;
  private static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);
  private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);
  private static final Instant FIRST_INSTANT = Instant.parse("0001-01-01T00:00:00Z");
  // The last local day of the westernmost offset ends later than the last day in UTC.
  private static final Instant LAST_INSTANT =
      Instant.parse("9999-12-31T23:59:59.999999999Z").plus(Duration.ofHours(18));

  private static final ClassValue<List<Part>> PARTS =
      new ClassValue<>() {
        @Override
        protected List<Part> computeValue(Class<?> type) {
          return Arrays.stream(type.getRecordComponents()).map(Part::of).toList();
        }
      };

  private record Part(String name, Method accessor, boolean nullable) {
    static Part of(RecordComponent component) {
      return new Part(
          component.getDeclaringRecord().getSimpleName() + "." + component.getName(),
          component.getAccessor(),
          component.getType().isPrimitive()
              || component.getAnnotatedType().isAnnotationPresent(Nullable.class));
    }
  }

  private ContractValidator() {}

  /// @throws IllegalArgumentException naming the first invalid part
  static void require(Record value) {
    for (Part part : PARTS.get(value.getClass())) {
      require(part, read(part, value));
    }
  }

  private static void require(Part part, @Nullable Object value) {
    switch (value) {
      case null -> check(part.nullable(), part, "is missing");
      case Record record -> require(record);
      case Collection<?> elements -> elements.forEach(element -> requireElement(part, element));
      case String text -> check(isText(text), part, "has NUL or an unpaired surrogate");
      case BigDecimal number -> check(isShort(number), part, "has too many digits");
      case LocalDate day ->
          check(!day.isBefore(FIRST_DAY) && !day.isAfter(LAST_DAY), part, "is out of range");
      case Instant at ->
          check(!at.isBefore(FIRST_INSTANT) && !at.isAfter(LAST_INSTANT), part, "is out of range");
      default -> {
        // Constants, flags, integers and zones need no check.
      }
    }
  }

  private static void requireElement(Part part, @Nullable Object element) {
    check(element != null, part, "has a null in it");
    require(part, element);
  }

  private static boolean isText(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean pair =
          Character.isHighSurrogate(c)
              && i + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(i + 1));
      if (pair) {
        i++;
      } else if (c == 0 || Character.isSurrogate(c)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isShort(BigDecimal number) {
    return number.precision() <= MOST_DIGITS && Math.abs((long) number.scale()) <= MOST_DIGITS;
  }

  private static void check(boolean holds, Part part, String fault) {
    if (!holds) {
      throw new IllegalArgumentException(part.name() + " " + fault);
    }
  }

  private static @Nullable Object read(Part part, Record value) {
    try {
      return part.accessor().invoke(value);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(part.name() + " cannot be read", e);
    }
  }
}
