package io.timeledger.calendar.provider.google;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads fields of untrusted JSON. A field that is absent and one that is `null` are the same; one
/// of another type makes the item unreadable.
final class GoogleJson {
  private GoogleJson() {}

  /// @return null if there is none
  static @Nullable String text(JsonNode item, String field) {
    JsonNode value = item.path(field);
    if (isAbsent(value)) {
      return null;
    }
    if (!value.isString()) {
      throw invalid(field);
    }
    return value.stringValue();
  }

  static boolean flag(JsonNode item, String field) {
    JsonNode value = item.path(field);
    if (isAbsent(value)) {
      return false;
    }
    if (!value.isBoolean()) {
      throw invalid(field);
    }
    return value.booleanValue();
  }

  /// @return null if there is none
  static @Nullable JsonNode object(JsonNode item, String field) {
    JsonNode value = item.path(field);
    if (isAbsent(value)) {
      return null;
    }
    if (!value.isObject()) {
      throw invalid(field);
    }
    return value;
  }

  static List<JsonNode> list(JsonNode item, String field) {
    JsonNode value = item.path(field);
    if (isAbsent(value)) {
      return List.of();
    }
    if (!value.isArray()) {
      throw invalid(field);
    }
    return List.copyOf(value.values());
  }

  static UnreadableEventException invalid(String field) {
    return new UnreadableEventException(field + "_invalid");
  }

  private static boolean isAbsent(JsonNode value) {
    return value.isMissingNode() || value.isNull();
  }
}
