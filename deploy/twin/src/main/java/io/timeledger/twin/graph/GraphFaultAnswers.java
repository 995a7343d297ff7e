package io.timeledger.twin.graph;

import io.timeledger.twin.fault.FaultAnswers;
import io.timeledger.twin.fault.PlannedFault;
import io.timeledger.twin.http.HttpAnswer;

/// Graph's words for what went wrong.
public final class GraphFaultAnswers implements FaultAnswers {
  @Override
  public HttpAnswer answer(PlannedFault fault) {
    String retryAfter = Integer.toString(fault.retryAfter());
    return switch (fault.kind()) {
      case UNAUTHORIZED -> GraphErrors.unauthorized();
      case FORBIDDEN -> GraphErrors.of(403, "ErrorAccessDenied", "Access is denied.");
      case RATE_LIMITED, TOO_MANY_REQUESTS ->
          GraphErrors.of(429, "ApplicationThrottled", "Application is over its limit.")
              .with("Retry-After", retryAfter);
      case UNAVAILABLE ->
          GraphErrors.of(503, "serviceNotAvailable", "The service is not available.")
              .with("Retry-After", retryAfter);
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
          GraphErrors.of(500, "InternalServerError", "Internal server error.");
    };
  }
}
