package io.timeledger.ingest.changes;

import io.timeledger.ingest.access.Caller;
import io.timeledger.schemas.event.EventType;
import io.timeledger.schemas.json.Json;
import io.timeledger.schemas.visibility.Redactor;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// Events as a reader may see them: one that does not show stands there as `{"sequence", "hidden":
/// true}`, so that the feed is gapless for every role.
final class VisibleEvents {
  private VisibleEvents() {}

  /// Those before the first event of a type that only a newer release knows: who may see it, only
  /// that release can tell, and a reader who were told less would go on without it for good.
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
