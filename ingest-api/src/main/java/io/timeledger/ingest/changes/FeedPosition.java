package io.timeledger.ingest.changes;

import static io.timeledger.schemas.reply.ErrorCode.INVALID_PARAMETER;

import io.timeledger.ingest.web.error.ApiException;
import io.timeledger.ingest.web.query.QueryRanges;
import io.timeledger.schemas.event.EventType;
import org.jspecify.annotations.Nullable;

/// A reader's cursor in the feed.
///
/// @param after the last sequence that was seen; null starts at the beginning
/// @param before reads backwards, the newest first, from the event before this sequence; any number
///     beyond the newest event starts at the end
/// @param event only events of this type
/// @param entityId only events of the thing with this id
record FeedPosition(
    @Nullable Long after,
    @Nullable Long before,
    @Nullable EventType event,
    @Nullable String entityId,
    @Nullable Integer limit) {
  /// The largest integer that every JSON reader keeps exactly.
  static final long MAX_SEQUENCE = 9_007_199_254_740_991L;

  private static final int DEFAULT_LIMIT = 50;
  private static final int MAX_LIMIT = 500;

  FeedPosition {
    QueryRanges.requireBetween("after", after, 0, MAX_SEQUENCE);
    QueryRanges.requireBetween("before", before, 1, MAX_SEQUENCE);
    QueryRanges.requireBetween("limit", limit, 1, MAX_LIMIT);
    if (after != null && before != null) {
      throw ApiException.of(
          INVALID_PARAMETER, "before", "The feed is read by after or by before, not by both.");
    }
  }

  boolean isBackwards() {
    return before != null;
  }

  /// Whether it asks for some events only; then those that the reader may not see do not show,
  /// since even a place would say too much.
  boolean isFiltered() {
    return event != null || entityId != null;
  }

  /// The sequence at which it begins, not included.
  long sequence() {
    if (before != null) {
      return before;
    }
    return after == null ? 0 : after;
  }

  int size() {
    return limit == null ? DEFAULT_LIMIT : limit;
  }

  /// The filter of the events.
  FeedFilter filter() {
    return new FeedFilter(event == null ? null : event.wireName(), entityId);
  }
}
