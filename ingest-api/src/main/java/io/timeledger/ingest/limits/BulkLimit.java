package io.timeledger.ingest.limits;

import io.timeledger.ingest.access.Caller;
import io.timeledger.ingest.web.error.ApiException;
import jakarta.servlet.http.HttpServletResponse;

/// Counts a bulk request as one write per 100 items.
public final class BulkLimit {
  private static final int ITEMS_PER_WRITE = 100;
  private final Limits limits;

  BulkLimit(Limits limits) {
    this.limits = limits;
  }

  /// The first hundred items were counted with the request itself.
  ///
  /// @throws ApiException `rate_limit_exceeded`; then nothing more was counted
  public void take(Caller caller, int items, HttpServletResponse response) {
    int more = (items - 1) / ITEMS_PER_WRITE;
    if (more < 1) {
      return;
    }
    LimitResults.require(
        limits.writes().takeMore(RateLimitKeys.of(caller), more),
        response,
        "The items count as %d requests more than are left.".formatted(more));
  }
}
