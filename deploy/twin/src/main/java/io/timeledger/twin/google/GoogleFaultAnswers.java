package io.timeledger.twin.google;

import io.timeledger.twin.fault.FaultAnswers;
import io.timeledger.twin.fault.PlannedFault;
import io.timeledger.twin.http.HttpAnswer;

/// Google's words for what went wrong.
public final class GoogleFaultAnswers implements FaultAnswers {
  @Override
  public HttpAnswer answer(PlannedFault fault) {
    return switch (fault.kind()) {
      case UNAUTHORIZED -> GoogleErrors.unauthorized();
      case RATE_LIMITED ->
          GoogleErrors.of(403, "usageLimits", "rateLimitExceeded", "Rate Limit Exceeded");
      case FORBIDDEN -> GoogleErrors.of(403, "global", "forbidden", "Forbidden");
      case TOO_MANY_REQUESTS ->
          GoogleErrors.of(429, "usageLimits", "rateLimitExceeded", "Too Many Requests")
              .with("Retry-After", Integer.toString(fault.retryAfter()));
      case UNAVAILABLE ->
          GoogleErrors.of(503, "global", "backendError", "Service Unavailable")
              .with("Retry-After", Integer.toString(fault.retryAfter()));
      case SERVER_ERROR,
          RESET,
          HANG,
          EMPTY_PAGE,
          PAGE_SIZE,
          ENDLESS_PAGES,
          HUGE_TITLES,
          DUPLICATE_ITEMS,
          DROP_PUSH,
          REPEAT_PUSH ->
          GoogleErrors.of(500, "global", "backendError", "Backend Error");
    };
  }
}
