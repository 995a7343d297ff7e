package io.timeledger.ingest.changes;

import io.timeledger.ingest.access.Caller;
import io.timeledger.ingest.read.FromReadModels;
import io.timeledger.ingest.read.ReadRights;
import io.timeledger.ingest.web.query.QueryParams;
import io.timeledger.schemas.json.Json;
import io.timeledger.schemas.resource.Permission;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// All events of the workspace in order, gapless for every role: an event that the reader may not
/// see appears as `{"sequence", "hidden": true}`, unless only some were asked for.
@RestController
final class ChangesController {
  private final Feed feed;
  private final FeedHead head;

  ChangesController(Feed feed, FeedHead head) {
    this.feed = feed;
    this.head = head;
  }

  @FromReadModels
  @GetMapping("/api/v1/changes")
  ObjectNode changes(Caller caller, @QueryParams FeedPosition position) {
    ReadRights.require(caller, Permission.READ);
    if (!position.isBackwards()) {
      head.requireReached(caller, "after", position.sequence());
    }
    long newest = head.newest(caller);
    FeedSlice slice = FeedSlice.read(feed, caller, position);
    ArrayNode data = Json.MAPPER.createArrayNode();
    slice.events().stream()
        .filter(VisibleEvents::isKnown)
        .forEach(event -> data.add(VisibleEvents.of(event, caller)));
    ObjectNode pagination = Json.MAPPER.createObjectNode();
    pagination.put("next_cursor", Long.toString(slice.next()));
    pagination.put("has_more", slice.hasMore());
    pagination.put("limit", position.size());
    pagination.put("head", newest);
    ObjectNode envelope = Json.MAPPER.createObjectNode();
    envelope.set("data", data);
    envelope.set("pagination", pagination);
    return envelope;
  }
}
