package io.timeledger.ingest.calendar.feed;

import io.timeledger.ingest.web.query.QueryRanges;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The query of a feed's address, which limits what the feed shows.
///
/// @param days before today; null means 90
/// @param show null means the project
public record FeedQuery(@Nullable Integer days, @Nullable FeedShow show) {
  static final int MOST_DAYS = 366;
  private static final int DEFAULT_DAYS = 90;

  public FeedQuery {
    QueryRanges.requireBetween("days", days, 1, MOST_DAYS);
  }

  int daysOrDefault() {
    return days == null ? DEFAULT_DAYS : days;
  }

  FeedShow showOrDefault() {
    return show == null ? FeedShow.PROJECT : show;
  }

  String queryString() {
    return "days=%d&show=%s"
        .formatted(daysOrDefault(), showOrDefault().name().toLowerCase(Locale.ROOT));
  }
}
