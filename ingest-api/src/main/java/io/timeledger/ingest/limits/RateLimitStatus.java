package io.timeledger.ingest.limits;

import java.time.Instant;

/// The state of a limit.
///
/// @param remaining requests available now
/// @param reset when the full limit is available again
record RateLimitStatus(int limit, long remaining, Instant reset) {

  /// In whole seconds, rounded up.
  long resetSeconds() {
    return reset.getNano() == 0 ? reset.getEpochSecond() : reset.getEpochSecond() + 1;
  }
}
