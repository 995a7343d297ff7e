package io.timeledger.ingest.changes;

import io.timeledger.ingest.web.query.QueryRanges;
import org.jspecify.annotations.Nullable;

/// A reader's cursor in the feed.
///
/// @param after the last sequence that was seen; null starts at the beginning
record FeedPosition(@Nullable Long after, @Nullable Integer limit) {
  /// The largest integer that every JSON reader keeps exactly.
  static final long MAX_SEQUENCE = 9_007_199_254_740_991L;

  private static final int DEFAULT_LIMIT = 50;
  private static final int MAX_LIMIT = 500;

  FeedPosition {
    QueryRanges.requireBetween("after", after, 0, MAX_SEQUENCE);
    QueryRanges.requireBetween("limit", limit, 1, MAX_LIMIT);
  }

  long sequence() {
    return after == null ? 0 : after;
  }

  int size() {
    return limit == null ? DEFAULT_LIMIT : limit;
  }
}
