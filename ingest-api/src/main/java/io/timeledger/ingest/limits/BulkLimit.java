package io.timeledger.ingest.limits;

import io.timeledger.ingest.access.Caller;
import io.timeledger.ingest.web.error.ApiException;
import io.timeledger.schemas.reply.ErrorCode;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/// Counts a bulk of items as one write per 100 of them.
@Component
public final class BulkLimit {
  private static final int ITEMS_PER_WRITE = 100;
  private final Limits limits;

  BulkLimit(Limits limits) {
    this.limits = limits;
  }

  /// The first hundred has been counted as the request that brought them.
  ///
  /// @throws ApiException `rate_limit_exceeded`; then nothing more was counted
  public void take(Caller caller, int items, HttpServletResponse response) {
    int more = (items - 1) / ITEMS_PER_WRITE;
    if (more < 1) {
      return;
    }
    switch (limits.writes().takeMore(RateLimitKeys.of(caller), more)) {
      case RateLimitResult.Unlimited() -> {
        // Nobody counts.
      }
      case RateLimitResult.Passed(RateLimitStatus standing) ->
          RateLimitFilter.tell(response, standing);
      case RateLimitResult.Refused(RateLimitStatus standing, var retryAfter) -> {
        RateLimitFilter.tell(response, standing);
        response.setHeader(
            HttpHeaders.RETRY_AFTER, Long.toString(TooManyRequests.seconds(retryAfter)));
        throw ApiException.of(
            ErrorCode.RATE_LIMIT_EXCEEDED,
            "The items count as %d requests more than are left.".formatted(more));
      }
    }
  }
}
