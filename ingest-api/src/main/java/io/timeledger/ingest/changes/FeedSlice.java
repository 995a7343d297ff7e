package io.timeledger.ingest.changes;

import io.timeledger.ingest.access.Caller;
import io.timeledger.schemas.id.WorkspaceId;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// A part of the feed, as it is on the log.
///
/// @param next where the reader goes on
record FeedSlice(List<ObjectNode> events, boolean hasMore, long next) {
  private static final int MOST_HIDDEN = 5_000;

  static FeedSlice read(Feed feed, Caller caller, FeedPosition position) {
    return position.isFiltered()
        ? filtered(feed, caller, position)
        : whole(feed, caller.workspaceId(), position);
  }

  private static FeedSlice whole(Feed feed, WorkspaceId workspace, FeedPosition position) {
    List<ObjectNode> events = next(feed, workspace, position, position.sequence());
    boolean hasMore = events.size() > position.size();
    return of(hasMore ? events.subList(0, position.size()) : events, hasMore, position);
  }

  /// Without what the reader may not see: neither an empty page nor the place to go on tells of it,
  /// unless there are thousands.
  private static FeedSlice filtered(Feed feed, Caller caller, FeedPosition position) {
    List<ObjectNode> seen = new ArrayList<>();
    long at = position.sequence();
    for (int hidden = 0; hidden < MOST_HIDDEN; ) {
      List<ObjectNode> events = next(feed, caller.workspaceId(), position, at);
      for (ObjectNode event : events) {
        at = sequence(event);
        if (!VisibleEvents.isKnown(event) || !VisibleEvents.show(event, caller)) {
          hidden++;
        } else if (seen.size() == position.size()) {
          return of(seen, true, position);
        } else {
          seen.add(event);
        }
      }
      if (events.size() <= position.size()) {
        return of(seen, false, position);
      }
    }
    return new FeedSlice(seen, true, at);
  }

  /// Up to one more than fit. Forwards, it ends before the first event that only a newer release
  /// knows; backwards, the reader comes to it again from the other side.
  private static List<ObjectNode> next(
      Feed feed, WorkspaceId workspace, FeedPosition position, long at) {
    int most = position.size() + 1;
    return position.isBackwards()
        ? feed.before(workspace, at, position.filter(), most)
        : VisibleEvents.known(feed.after(workspace, at, position.filter(), most));
  }

  private static FeedSlice of(List<ObjectNode> events, boolean hasMore, FeedPosition position) {
    return new FeedSlice(
        events, hasMore, events.isEmpty() ? position.sequence() : sequence(events.getLast()));
  }

  private static long sequence(ObjectNode event) {
    return event.required("sequence").asLong();
  }
}
