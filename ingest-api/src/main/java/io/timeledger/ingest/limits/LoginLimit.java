package io.timeledger.ingest.limits;

import io.timeledger.ingest.access.Caller;
import jakarta.servlet.http.HttpServletResponse;

/// Counts a login as a write of the token that opens the session: it comes in a body, which no
/// filter reads.
public final class LoginLimit {
  private final Limits limits;

  LoginLimit(Limits limits) {
    this.limits = limits;
  }

  /// @throws io.timeledger.ingest.web.error.ApiException `rate_limit_exceeded`
  public void take(Caller caller, HttpServletResponse response) {
    LimitResults.require(
        limits.writes().take(RateLimitKeys.of(caller)),
        response,
        "The token has used up its writes of this minute.");
  }
}
