package io.timeledger.streams.projector;

import io.timeledger.schemas.event.Event;
import io.timeledger.schemas.json.Json;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/// The row of an event, which is its audit record as well.
final class EventRow {
  private EventRow() {}

  static ObjectNode of(LoggedEvent logged) {
    Event event = logged.event();
    ObjectNode row = Json.MAPPER.createObjectNode();
    row.put("workspace_id", event.workspaceId().value());
    row.put("sequence", event.sequence());
    row.put("event_id", event.id());
    row.put("type", event.type().wireName());
    row.put("timestamp", event.timestamp().toString());
    row.put("body", logged.body());
    row.put("hash", event.hash());
    row.put("previous_hash", event.previousHash());
    row.put("entity_type", event.entityType());
    row.put("entity_id", event.data().subject());
    row.put("user_id", event.actor().userId().value());
    row.put("via", event.actor().via().name().toLowerCase(Locale.ROOT));
    return row;
  }
}
