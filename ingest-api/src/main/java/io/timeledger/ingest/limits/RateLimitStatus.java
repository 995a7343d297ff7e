package io.timeledger.ingest.limits;

import java.time.Instant;

/// Where a caller stands.
///
/// @param remaining requests that may come at once
/// @param reset when all of the limit is there again
record RateLimitStatus(int limit, long remaining, Instant reset) {

  /// In whole seconds, never too early.
  long resetSeconds() {
    return reset.getNano() == 0 ? reset.getEpochSecond() : reset.getEpochSecond() + 1;
  }
}
