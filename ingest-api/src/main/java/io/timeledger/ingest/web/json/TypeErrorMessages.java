package io.timeledger.ingest.web.json;

import io.timeledger.schemas.json.BrokenRuleException;
import io.timeledger.schemas.json.Json;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.Currency;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.MismatchedInputException;

/// The expected form of a field, without naming our classes.
final class TypeErrorMessages {
  private TypeErrorMessages() {}

  static String of(JacksonException e) {
    return switch (e) {
      case BrokenRuleException broken -> broken.rule();
      case MismatchedInputException mismatch ->
          "Expected " + nameOf(mismatch.getTargetType()) + ".";
      default -> "The value cannot be read.";
    };
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
    if (Collection.class.isAssignableFrom(type)) {
      return "a list";
    }
    return switch (type) {
      case Class<?> t when t == String.class -> "text";
      case Class<?> t when t == Boolean.class || t == boolean.class -> "true or false";
      case Class<?> t when t == BigDecimal.class -> "a number";
      case Class<?> t when t == Integer.class || t == int.class -> "a whole number";
      case Class<?> t when t == Long.class || t == long.class -> "a whole number";
      case Class<?> t when ZoneId.class.isAssignableFrom(t) -> "a time zone as in Europe/Berlin";
      case Class<?> t when t == Currency.class -> "an ISO 4217 currency as in EUR";
      default -> "another value";
    };
  }
}
