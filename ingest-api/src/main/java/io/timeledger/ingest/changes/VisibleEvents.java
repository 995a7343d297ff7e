package io.timeledger.ingest.changes;

import io.timeledger.ingest.access.Caller;
import io.timeledger.schemas.event.EventType;
import io.timeledger.schemas.json.Json;
import io.timeledger.schemas.visibility.Redactor;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// Events as a reader may see them: a hidden one appears as `{"sequence", "hidden": true}`, so that
/// the feed is gapless for every role.
final class VisibleEvents {
  private VisibleEvents() {}

  /// The events before the first unknown type. Only a newer release knows the visibility of that
  /// event, and a reader that got less of it would never read it again.
  static List<ObjectNode> known(List<ObjectNode> events) {
    return events.stream()
        .takeWhile(event -> EventType.isKnown(event.required("event").asString()))
        .toList();
  }

  /// @param event changed in place
  static ObjectNode of(ObjectNode event, Caller caller) {
    if (!Redactor.mayRead(event, caller.viewer())) {
      return Json.MAPPER
          .createObjectNode()
          .put("sequence", event.required("sequence").asLong())
          .put("hidden", true);
    }
    Redactor.redactEvent(event, caller.viewer());
    return event;
  }
}
