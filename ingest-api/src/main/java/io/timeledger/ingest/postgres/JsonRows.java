package io.timeledger.ingest.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.timeledger.schemas.json.Json;
import io.timeledger.schemas.resource.ResourceType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Rows as JSON: each column under its name, in the contracts' wire format.
final class JsonRows {
  private JsonRows() {}

  static ObjectNode tree(Record row) {
    ObjectNode tree = Json.MAPPER.createObjectNode();
    for (Field<?> field : row.fields()) {
      tree.set(field.getName(), node(row.get(field)));
    }
    return tree;
  }

  /// Converts through the contract's record, so that a read returns exactly what the write
  /// returned.
  static ObjectNode resource(ResourceType type, Record row) {
    return Json.MAPPER.valueToTree(Json.MAPPER.treeToValue(tree(row), type.type()));
  }

  private static JsonNode node(@Nullable Object value) {
    return switch (value) {
      case null -> Json.MAPPER.nullNode();
      case String text -> Json.MAPPER.stringNode(text);
      case Boolean flag -> Json.MAPPER.booleanNode(flag);
      case BigDecimal number -> Json.MAPPER.valueToTree(number);
      case Integer number -> Json.MAPPER.valueToTree(number);
      case Long number -> Json.MAPPER.valueToTree(number);
      case Instant instant -> Json.MAPPER.stringNode(instant.toString());
      case LocalDate day -> Json.MAPPER.stringNode(day.toString());
      case String[] texts -> Json.MAPPER.valueToTree(Arrays.asList(texts));
      case Integer[] numbers -> Json.MAPPER.valueToTree(Arrays.asList(numbers));
      case byte[] bytes -> text(bytes);
      case JSONB json -> Json.MAPPER.readTree(json.data());
      default -> throw new IllegalStateException("column type: " + value.getClass());
    };
  }

  /// Bytes from outside: as text where they are UTF-8, else decoded as far as possible.
  static JsonNode text(byte[] bytes) {
    return Json.MAPPER.stringNode(new String(bytes, UTF_8));
  }
}
