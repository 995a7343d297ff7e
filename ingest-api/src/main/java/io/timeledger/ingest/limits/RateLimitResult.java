package io.timeledger.ingest.limits;

import java.time.Duration;

/// The limit's decision on one request.
sealed interface RateLimitResult {
  record Unlimited() implements RateLimitResult {}

  record Passed(RateLimitStatus standing) implements RateLimitResult {}

  /// @param retryAfter until the next would pass
  record Refused(RateLimitStatus standing, Duration retryAfter) implements RateLimitResult {}
}
