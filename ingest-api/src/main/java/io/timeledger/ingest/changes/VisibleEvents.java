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
    return events.stream().takeWhile(VisibleEvents::isKnown).toList();
  }

  static boolean isKnown(ObjectNode event) {
    return EventType.isKnown(event.required("event").asString());
  }

  /// Whether the reader may see the event at all.
  static boolean show(ObjectNode event, Caller caller) {
    return Redactor.mayRead(event, caller.viewer());
  }

  /// @param event changed in place
  static ObjectNode of(ObjectNode event, Caller caller) {
    if (!show(event, caller)) {
      return Json.MAPPER
          .createObjectNode()
          .put("sequence", event.required("sequence").asLong())
          .put("hidden", true);
    }
    Redactor.redactEvent(event, caller.viewer());
    return event;
  }
}
