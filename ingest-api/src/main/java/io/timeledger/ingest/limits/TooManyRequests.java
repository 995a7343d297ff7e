package io.timeledger.ingest.limits;

import io.timeledger.ingest.web.error.ErrorWriter;
import io.timeledger.schemas.reply.ErrorCode;
import io.timeledger.schemas.reply.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.http.HttpHeaders;

/// The 429 response, with `Retry-After` in whole seconds.
record TooManyRequests(ErrorWriter errors) {

  void write(
      HttpServletRequest request, HttpServletResponse response, Duration wait, String message)
      throws IOException {
    response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds(wait)));
    errors.write(request, response, Problem.of(ErrorCode.RATE_LIMIT_EXCEEDED, message));
  }

  /// In whole seconds, rounded up.
  static long seconds(Duration wait) {
    return Math.max(1, wait.plusSeconds(1).minusNanos(1).toSeconds());
  }
}
