package io.timeledger.ingest.limits;

import io.timeledger.ingest.web.error.ApiException;
import io.timeledger.schemas.id.CalendarId;
import io.timeledger.schemas.reply.ErrorCode;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.HttpHeaders;

/// Limits pushes of a provider for one calendar.
public final class PushLimit {
  private final RateLimit pushes;

  PushLimit(RateLimit pushes) {
    this.pushes = pushes;
  }

  /// Counts a push.
  ///
  /// @throws ApiException `rate_limit_exceeded`; then nothing was counted
  public void take(CalendarId calendar, HttpServletResponse response) {
    if (pushes.take(calendar.value())
        instanceof RateLimitResult.Refused(RateLimitStatus _, Duration retryAfter)) {
      response.setHeader(
          HttpHeaders.RETRY_AFTER, Long.toString(TooManyRequests.seconds(retryAfter)));
      throw ApiException.of(
          ErrorCode.RATE_LIMIT_EXCEEDED, "Too many changes of this calendar were reported.");
    }
  }
}
