package io.timeledger.ingest.limits;

import java.time.Duration;

/// What a limit says to one more request.
sealed interface Verdict {
  record Unlimited() implements Verdict {}

  record Passed(Standing standing) implements Verdict {}

  /// @param retryAfter until the next would pass
  record Refused(Standing standing, Duration retryAfter) implements Verdict {}
}
