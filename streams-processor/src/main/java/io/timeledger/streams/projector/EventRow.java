package io.timeledger.streams.projector;

import io.timeledger.schemas.event.EventEnvelope;
import io.timeledger.schemas.json.Json;
import io.timeledger.schemas.json.LoggedEvent;
import tools.jackson.databind.node.ObjectNode;

/// The row of an event, which is also its audit record.
final class EventRow {
  private EventRow() {}

  static ObjectNode of(LoggedEvent logged) {
    EventEnvelope event = logged.envelope();
    ObjectNode row = Json.MAPPER.createObjectNode();
    row.put("workspace_id", event.workspaceId().value());
    row.put("sequence", event.sequence());
    row.put("event_id", event.id());
    row.put("type", event.type());
    row.put("timestamp", event.timestamp().toString());
    row.put("body", logged.body());
    row.put("hash", event.hash());
    row.put("previous_hash", event.previousHash());
    row.put("entity_type", event.entityType());
    row.put("entity_id", event.entityId());
    row.put("user_id", event.userId());
    row.put("via", event.via());
    return row;
  }
}
