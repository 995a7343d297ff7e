package io.timeledger.ingest.web.error;

import io.timeledger.schemas.reply.ErrorCode;
import io.timeledger.schemas.reply.Problem;
import java.util.List;

/// Ends a request with a problem.
public final class ApiException extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final transient Problem problem;

  public ApiException(Problem problem) {
    super(problem.message(), null, false, false);
    this.problem = problem;
  }

  public static ApiException of(ErrorCode code, String message) {
    return new ApiException(Problem.of(code, message));
  }

  /// For a rule about one field, parameter or header; the message begins with its name.
  public static ApiException of(ErrorCode code, String field, String message) {
    return new ApiException(
        new Problem(
            code,
            field + ": " + message,
            List.of(new Problem.Detail(field, code.wireName(), message))));
  }

  /// The same for an unknown id, another workspace's id, and one hidden from the caller.
  public static ApiException notFound() {
    return of(ErrorCode.NOT_FOUND, ErrorCode.NOT_FOUND.meaning());
  }

  public Problem problem() {
    return problem;
  }
}
