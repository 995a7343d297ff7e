package io.timeledger.ingest.changes;

import io.timeledger.ingest.access.Caller;
import io.timeledger.ingest.read.FromReadModels;
import io.timeledger.ingest.read.ReadRights;
import io.timeledger.ingest.web.query.QueryParams;
import io.timeledger.schemas.json.Json;
import io.timeledger.schemas.resource.Permission;
import java.util.List;
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
    List<ObjectNode> events = events(caller, position);
    boolean hasMore = events.size() > position.size();
    List<ObjectNode> shown = hasMore ? events.subList(0, position.size()) : events;
    ArrayNode data = Json.MAPPER.createArrayNode();
    shown.stream()
        .filter(event -> !position.isFiltered() || VisibleEvents.show(event, caller))
        .forEach(event -> data.add(VisibleEvents.of(event, caller)));
    ObjectNode pagination = Json.MAPPER.createObjectNode();
    pagination.put(
        "next_cursor",
        shown.isEmpty()
            ? Long.toString(position.sequence())
            : shown.getLast().required("sequence").asString());
    pagination.put("has_more", hasMore);
    pagination.put("limit", position.size());
    pagination.put("head", newest);
    ObjectNode envelope = Json.MAPPER.createObjectNode();
    envelope.set("data", data);
    envelope.set("pagination", pagination);
    return envelope;
  }

  /// Up to one more than fit. Backwards, events that only a newer release knows are left out: a
  /// reader comes to them again from the other side.
  private List<ObjectNode> events(Caller caller, FeedPosition position) {
    int most = position.size() + 1;
    if (position.isBackwards()) {
      return feed
          .before(caller.workspaceId(), position.sequence(), position.filter(), most)
          .stream()
          .filter(VisibleEvents::isKnown)
          .toList();
    }
    return VisibleEvents.known(
        feed.after(caller.workspaceId(), position.sequence(), position.filter(), most));
  }
}
