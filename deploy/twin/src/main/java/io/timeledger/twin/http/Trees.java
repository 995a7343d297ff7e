package io.timeledger.twin.http;

import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// JSON trees to fill.
public final class Trees {
  private Trees() {}

  public static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /// A text of an object; empty if it is missing, empty or no text.
  public static Optional<String> text(JsonNode object, String field) {
    return Optional.of(object.path(field).asString("")).filter(text -> !text.isEmpty());
  }

  public static <T> ArrayNode array(Collection<T> items, Function<T, ? extends JsonNode> each) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    items.forEach(item -> array.add(each.apply(item)));
    return array;
  }
}
