package io.timeledger.ingest.suggestion;

import io.timeledger.ingest.read.SearchText;
import io.timeledger.ingest.web.query.QueryRanges;
import org.jspecify.annotations.Nullable;

/// Which suggestions are wanted.
///
/// @param q beginnings of words; null finds all
public record SuggestionFilter(@Nullable String q, @Nullable Integer limit) {
  private static final int DEFAULT_LIMIT = 20;
  private static final int MAX_LIMIT = 100;

  public SuggestionFilter {
    SearchText.requireShort("q", q);
    QueryRanges.requireBetween("limit", limit, 1, MAX_LIMIT);
  }

  public int size() {
    return limit == null ? DEFAULT_LIMIT : limit;
  }
}
