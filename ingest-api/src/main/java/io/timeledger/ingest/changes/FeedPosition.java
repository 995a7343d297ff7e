package io.timeledger.ingest.changes;

import static io.timeledger.schemas.reply.ErrorCode.INVALID_PARAMETER;

import io.timeledger.ingest.web.error.ApiException;
import org.jspecify.annotations.Nullable;

/// A reader's cursor in the feed.
///
/// @param after the last sequence that was seen; null starts at the beginning
record FeedPosition(@Nullable Long after, @Nullable Integer limit) {
  private static final int DEFAULT_LIMIT = 50;
  private static final int MAX_LIMIT = 500;

  FeedPosition {
    if (after != null && after < 0) {
      throw ApiException.of(INVALID_PARAMETER, "after", "Expected 0 or more.");
    }
    if (limit != null && (limit < 1 || limit > MAX_LIMIT)) {
      throw ApiException.of(INVALID_PARAMETER, "limit", "Expected 1 to %d.".formatted(MAX_LIMIT));
    }
  }

  long sequence() {
    return after == null ? 0 : after;
  }

  int size() {
    return limit == null ? DEFAULT_LIMIT : limit;
  }
}
