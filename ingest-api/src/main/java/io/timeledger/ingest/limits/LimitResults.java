package io.timeledger.ingest.limits;

import io.timeledger.ingest.web.error.ApiException;
import io.timeledger.schemas.reply.ErrorCode;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;

/// Results of limits that operations count themselves, after the filter.
final class LimitResults {
  private LimitResults() {}

  /// @throws ApiException `rate_limit_exceeded` with the message
  static void require(RateLimitResult result, HttpServletResponse response, String message) {
    switch (result) {
      case RateLimitResult.Unlimited() -> {
        // No limit.
      }
      case RateLimitResult.Passed(RateLimitStatus status) -> RateLimitFilter.tell(response, status);
      case RateLimitResult.Refused(RateLimitStatus status, var retryAfter) -> {
        RateLimitFilter.tell(response, status);
        response.setHeader(
            HttpHeaders.RETRY_AFTER, Long.toString(TooManyRequests.seconds(retryAfter)));
        throw ApiException.of(ErrorCode.RATE_LIMIT_EXCEEDED, message);
      }
    }
  }
}
