package io.timeledger.ingest.calendar.feed;

import io.timeledger.ingest.web.json.FieldValidator;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The body of a new feed.
///
/// @param days before today that the feed covers; null means 90
/// @param show null means the project
record FeedBody(
    @Nullable String name,
    @Nullable Integer days,
    @Nullable FeedShow show,
    @Nullable Instant expiresAt) {

  /// The query part of the feed's address.
  FeedQuery checked() {
    FieldValidator form = new FieldValidator();
    form.requiredText("name", name, FieldValidator.NAME);
    form.between("days", days, 1, FeedQuery.MOST_DAYS);
    form.instant("expires_at", expiresAt);
    form.check();
    return new FeedQuery(days, show);
  }
}
