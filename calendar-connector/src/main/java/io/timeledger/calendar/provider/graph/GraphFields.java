package io.timeledger.calendar.provider.graph;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// Reads fields of JSON objects. A missing field equals null.
///
/// A field of another type than expected throws [GraphItemException].
final class GraphFields {
  private static final int LONGEST_ID = 1_024;

  private GraphFields() {}

  static @Nullable String text(JsonNode object, String name) {
    JsonNode value = object.path(name);
    if (isAbsent(value)) {
      return null;
    }
    require(value.isString());
    return value.stringValue();
  }

  /// An opaque id, which is never changed; null if there is none.
  static @Nullable String idOrNull(JsonNode object, String name) {
    String id = text(object, name);
    if (id != null
        && (id.isBlank() || id.length() > LONGEST_ID || !id.chars().allMatch(c -> c > ' '))) {
      throw new GraphItemException("id_invalid");
    }
    return id;
  }

  static String id(JsonNode object, String name) {
    String id = idOrNull(object, name);
    if (id == null) {
      throw new GraphItemException("id_missing");
    }
    return id;
  }

  static boolean flag(JsonNode object, String name) {
    JsonNode value = object.path(name);
    if (isAbsent(value)) {
      return false;
    }
    require(value.isBoolean());
    return value.booleanValue();
  }

  /// A missing node for null.
  static JsonNode object(JsonNode object, String name) {
    JsonNode value = object.path(name);
    if (isAbsent(value)) {
      return MissingNode.getInstance();
    }
    require(value.isObject());
    return value;
  }

  static List<JsonNode> list(JsonNode object, String name) {
    JsonNode value = object.path(name);
    if (isAbsent(value)) {
      return List.of();
    }
    require(value.isArray());
    return List.copyOf(value.values());
  }

  private static boolean isAbsent(JsonNode value) {
    return value.isMissingNode() || value.isNull();
  }

  private static void require(boolean sameType) {
    if (!sameType) {
      throw new GraphItemException("type_invalid");
    }
  }
}
