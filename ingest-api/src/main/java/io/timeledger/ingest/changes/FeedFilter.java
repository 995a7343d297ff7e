package io.timeledger.ingest.changes;

import org.jspecify.annotations.Nullable;

/// Filter for events; null does not restrict.
///
/// @param type its wire name
public record FeedFilter(@Nullable String type, @Nullable String entityId) {
  public static final FeedFilter NONE = new FeedFilter(null, null);
}
