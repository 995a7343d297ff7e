package io.timeledger.acceptance.check;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// An event of `time.events.v1`, with the fields that invariants need.
///
/// @param entry the entry after the event, for events of entries and timers
record ObservedEvent(
    String id,
    String workspace,
    long sequence,
    String type,
    String commandId,
    String previousHash,
    String hash,
    @Nullable ObservedEntry entry) {

  static ObservedEvent of(JsonNode event) {
    String type = event.path("event").asString("");
    boolean ofEntry =
        !type.endsWith(".denied")
            && !type.contains("rate_override")
            && (type.startsWith("time_entry.") || type.startsWith("timer."));
    return new ObservedEvent(
        event.path("id").asString(""),
        event.path("workspace_id").asString(""),
        event.path("sequence").asLong(0),
        type,
        event.path("command_id").asString(""),
        event.path("previous_hash").asString(""),
        event.path("hash").asString(""),
        ofEntry ? ObservedEntry.of(event.path("data")) : null);
  }

  boolean is(String wanted) {
    return type.equals(wanted);
  }
}
