package io.timeledger.ingest.audit;

import io.timeledger.schemas.event.EventType;
import io.timeledger.schemas.json.Json;
import io.timeledger.schemas.resource.ResourceType;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What the audit record of an event has to say: `changes` is `{field: [before, after]}`, without
/// what changes every time, and without what is null in a new thing.
final class AuditForm {
  private static final Set<String> BOOKKEEPING = Set.of("version", "sequence", "updated_at");

  /// Numbers are equal by value: a database may write them with other zeros.
  private static final Comparator<JsonNode> BY_VALUE =
      (one, other) ->
          one.isNumber() && other.isNumber()
              ? one.decimalValue().compareTo(other.decimalValue())
              : one.equals(other) ? 0 : 1;

  private AuditForm() {}

  /// The first field in which the record differs from its event.
  static Optional<String> difference(ObjectNode event, ObjectNode audit) {
    ObjectNode expected;
    try {
      expected = of(event);
    } catch (IllegalArgumentException e) {
      return Optional.of("action");
    }
    if (!isSameMoment(event.path("timestamp").asString(""), audit.path("at").asString(""))) {
      return Optional.of("at");
    }
    return expected.properties().stream()
        .filter(field -> !isEqual(field.getValue(), audit.get(field.getKey())))
        .map(field -> field.getKey())
        .findFirst();
  }

  private static ObjectNode of(ObjectNode event) {
    ResourceType subject = EventType.of(event.path("event").asString("")).subject();
    JsonNode data = event.path("data");
    ObjectNode audit = Json.MAPPER.createObjectNode();
    audit.set("event_id", event.path("id"));
    audit.set("action", event.path("event"));
    if (subject == ResourceType.DENIAL) {
      audit.set("entity_type", data.path("entity_type"));
      audit.set("entity_id", data.path("entity_id"));
      audit.putObject("changes");
    } else {
      audit.put("entity_type", subject.wireName());
      audit.put("entity_id", entityId(subject, data));
      audit.set("changes", changes(data, event.path("previous")));
    }
    audit.set("user_id", event.path("actor").path("user_id"));
    audit.set("via", event.path("actor").path("via"));
    audit.set("hash", event.path("hash"));
    audit.set("previous_hash", event.path("previous_hash"));
    return audit;
  }

  private static String entityId(ResourceType subject, JsonNode data) {
    return switch (subject) {
      case SETTINGS -> data.path("workspace_id").asString("");
      case OVERTIME ->
          data.path("user_id").asString("") + ":" + data.path("week_start").asString("");
      default -> data.path("id").asString("");
    };
  }

  private static ObjectNode changes(JsonNode data, JsonNode previous) {
    ObjectNode changes = Json.MAPPER.createObjectNode();
    if (previous.isObject()) {
      previous.forEachEntry((field, before) -> add(changes, field, before, data.path(field)));
    } else {
      data.forEachEntry(
          (field, after) -> {
            if (!after.isNull()) {
              add(changes, field, Json.MAPPER.nullNode(), after);
            }
          });
    }
    return changes;
  }

  private static void add(ObjectNode changes, String field, JsonNode before, JsonNode after) {
    if (!BOOKKEEPING.contains(field)) {
      changes.putArray(field).add(before).add(after);
    }
  }

  private static boolean isEqual(JsonNode expected, @Nullable JsonNode actual) {
    return actual != null && expected.equals(BY_VALUE, actual);
  }

  private static boolean isSameMoment(String one, String other) {
    try {
      return Instant.parse(one).equals(Instant.parse(other));
    } catch (DateTimeException e) {
      return false;
    }
  }
}
