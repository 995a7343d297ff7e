package io.timeledger.streams.projector;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.timeledger.schemas.event.Event;
import io.timeledger.schemas.json.EventCodec;
import tools.jackson.databind.node.ObjectNode;

/// An event as it stands on the log.
///
/// @param json the same, whose parts fill the rows
/// @param body the JSON as it was written
public record LoggedEvent(Event event, ObjectNode json, String body) {
  private static final EventCodec CODEC = new EventCodec();

  /// Fails on bytes that are no event, which only a writer other than the ledger could bring about.
  public static LoggedEvent read(byte[] value) {
    ObjectNode json = EventCodec.treeOf(value);
    return new LoggedEvent(CODEC.fromTree(json), json, new String(value, UTF_8));
  }

  ObjectNode data() {
    return (ObjectNode) json.required("data");
  }
}
