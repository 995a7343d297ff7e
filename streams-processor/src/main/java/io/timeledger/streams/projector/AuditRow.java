package io.timeledger.streams.projector;

import io.timeledger.schemas.event.Event;
import io.timeledger.schemas.json.Json;
import io.timeledger.schemas.resource.Denial;
import io.timeledger.schemas.resource.ResourceType;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The audit record of an event: `changes` says `{field: [before, after]}`. What changes with every
/// change (version, sequence, time of update) is left out, and so is what is null in a new thing.
final class AuditRow {
  private static final Set<String> BOOKKEEPING = Set.of("version", "sequence", "updated_at");

  private AuditRow() {}

  static ObjectNode of(LoggedEvent logged) {
    Event event = logged.event();
    ObjectNode row = Json.MAPPER.createObjectNode();
    row.put("workspace_id", event.workspaceId().value());
    row.put("sequence", event.sequence());
    row.put("event_id", event.id());
    row.put("action", event.type().wireName());
    if (event.data() instanceof Denial denial) {
      row.put("entity_type", denial.entityType());
      row.put("entity_id", denial.entityId());
      row.set("changes", Json.MAPPER.createObjectNode());
    } else {
      row.put("entity_type", ResourceType.of(event.data()).wireName());
      row.put("entity_id", event.data().subject());
      row.set("changes", changes(logged));
    }
    row.put("user_id", event.actor().userId().value());
    row.put("via", event.actor().via().name().toLowerCase(Locale.ROOT));
    row.put("at", event.timestamp().toString());
    row.put("hash", event.hash());
    row.put("previous_hash", event.previousHash());
    return row;
  }

  private static ObjectNode changes(LoggedEvent logged) {
    ObjectNode changes = Json.MAPPER.createObjectNode();
    ObjectNode data = logged.data();
    JsonNode previous = logged.json().get("previous");
    if (previous instanceof ObjectNode before) {
      before.forEachEntry((field, value) -> add(changes, field, value, data.get(field)));
    } else {
      data.forEachEntry(
          (field, value) -> {
            if (!value.isNull()) {
              add(changes, field, Json.MAPPER.nullNode(), value);
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
}
