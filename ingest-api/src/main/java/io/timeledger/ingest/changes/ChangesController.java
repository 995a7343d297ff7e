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
/// see appears as `{"sequence", "hidden": true}`.
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
    head.requireReached(caller, "after", position.sequence());
    List<ObjectNode> events =
        VisibleEvents.known(
            feed.after(caller.workspaceId(), position.sequence(), position.size() + 1));
    boolean hasMore = events.size() > position.size();
    List<ObjectNode> shown = hasMore ? events.subList(0, position.size()) : events;
    ArrayNode data = Json.MAPPER.createArrayNode();
    shown.forEach(event -> data.add(VisibleEvents.of(event, caller)));
    ObjectNode pagination = Json.MAPPER.createObjectNode();
    pagination.put(
        "next_cursor",
        shown.isEmpty()
            ? Long.toString(position.sequence())
            : shown.getLast().required("sequence").asString());
    pagination.put("has_more", hasMore);
    pagination.put("limit", position.size());
    ObjectNode envelope = Json.MAPPER.createObjectNode();
    envelope.set("data", data);
    envelope.set("pagination", pagination);
    return envelope;
  }
}
