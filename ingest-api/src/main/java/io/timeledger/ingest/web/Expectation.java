package io.timeledger.ingest.web;

import io.timeledger.schemas.id.Id;
import io.timeledger.schemas.json.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.Currency;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.MismatchedInputException;

/// What a field should have held, said without a word about our classes.
final class Expectation {
  private Expectation() {}

  static String of(JacksonException e) {
    return e instanceof MismatchedInputException mismatch
        ? "Expected " + nameOf(mismatch.getTargetType()) + "."
        : "The value cannot be read.";
  }

  private static String nameOf(@Nullable Class<?> type) {
    if (type == null) {
      return "another value";
    }
    if (type.isEnum()) {
      return "one of "
          + Arrays.stream(type.getEnumConstants())
              .map(constant -> Json.MAPPER.valueToTree(constant).asString())
              .collect(Collectors.joining(", "));
    }
    if (Id.class.isAssignableFrom(type)) {
      return "an id of 1 to 64 characters of A-Z a-z 0-9 _ - . :";
    }
    if (Collection.class.isAssignableFrom(type)) {
      return "a list";
    }
    return switch (type) {
      case Class<?> t when t == String.class -> "text";
      case Class<?> t when t == Boolean.class || t == boolean.class -> "true or false";
      case Class<?> t when t == BigDecimal.class -> "a number";
      case Class<?> t when t == Integer.class || t == int.class -> "a whole number";
      case Class<?> t when t == Long.class || t == long.class -> "a whole number";
      case Class<?> t when t == LocalDate.class -> "a date as in 2026-04-29";
      case Class<?> t when t == Instant.class ->
          "a timestamp with an offset as in 2026-04-29T10:23:00Z";
      case Class<?> t when ZoneId.class.isAssignableFrom(t) -> "a time zone as in Europe/Berlin";
      case Class<?> t when t == Currency.class -> "an ISO 4217 currency as in EUR";
      default -> "another value";
    };
  }
}
