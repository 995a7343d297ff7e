package io.timeledger.calendar.provider.rest;

import io.timeledger.calendar.provider.DisplayText;
import io.timeledger.calendar.provider.UnreadableItemException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// Reads fields of untrusted JSON. A field that is absent and one that is `null` are the same.
///
/// A field of another type than expected throws [UnreadableItemException].
public final class JsonFields {
  private static final int LONGEST_ID = 1_024;

  private JsonFields() {}

  /// @return null if there is none
  public static @Nullable String text(JsonNode item, String field) {
    JsonNode value = item.path(field);
    if (isAbsent(value)) {
      return null;
    }
    require(value.isString(), field);
    return value.stringValue();
  }

  /// An opaque id, which is never changed; null if there is none.
  public static @Nullable String idOrNull(JsonNode item, String field) {
    String id = text(item, field);
    require(id == null || isId(id), field);
    return id;
  }

  /// An opaque id, which is never changed. None throws as well.
  public static String id(JsonNode item, String field) {
    String id = idOrNull(item, field);
    if (id == null) {
      throw missing(field);
    }
    return id;
  }

  /// @return false if there is none
  public static boolean flag(JsonNode item, String field) {
    JsonNode value = item.path(field);
    if (isAbsent(value)) {
      return false;
    }
    require(value.isBoolean(), field);
    return value.booleanValue();
  }

  /// @return a missing node if there is none
  public static JsonNode object(JsonNode item, String field) {
    JsonNode value = item.path(field);
    if (isAbsent(value)) {
      return MissingNode.getInstance();
    }
    require(value.isObject(), field);
    return value;
  }

  /// @return empty if there is none
  public static List<JsonNode> list(JsonNode item, String field) {
    JsonNode value = item.path(field);
    if (isAbsent(value)) {
      return List.of();
    }
    require(value.isArray(), field);
    return List.copyOf(value.values());
  }

  public static UnreadableItemException invalid(String field) {
    return new UnreadableItemException(field + "_invalid");
  }

  public static UnreadableItemException missing(String field) {
    return new UnreadableItemException(field + "_missing");
  }

  private static boolean isAbsent(JsonNode value) {
    return value.isMissingNode() || value.isNull();
  }

  private static boolean isId(String text) {
    return !text.isBlank() && text.length() <= LONGEST_ID && DisplayText.isStorable(text);
  }

  private static void require(boolean valid, String field) {
    if (!valid) {
      throw invalid(field);
    }
  }
}
