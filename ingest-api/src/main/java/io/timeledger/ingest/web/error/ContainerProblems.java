package io.timeledger.ingest.web.error;

import io.timeledger.schemas.reply.ErrorCode;
import io.timeledger.schemas.reply.Problem;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.coyote.Request;
import org.apache.tomcat.util.http.MimeHeaders;
import org.apache.tomcat.util.res.StringManager;
import org.jspecify.annotations.Nullable;

/// Clear messages for requests that the container refuses. Some refusals differ in the container's
/// message alone.
final class ContainerProblems {
  private static final String TOO_LARGE =
      StringManager.getManager("org.apache.coyote.http11")
          .getString("iib.requestheadertoolarge.error");
  private static final String TOO_MANY =
      StringManager.getManager(MimeHeaders.class).getString("headers.maxCountFail", "");
  private static final Pattern BAD_LINE =
      Pattern.compile("header line \\[([!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}):");

  private ContainerProblems() {}

  /// @param cause what the container threw while it read the head; null when it threw nothing
  static Problem of(int status, Request request, @Nullable Throwable cause) {
    return switch (status) {
      case 400 -> bad(request, cause == null ? "" : String.valueOf(cause.getMessage()));
      case 404 -> Problem.of(ErrorCode.NOT_FOUND, "There is nothing at this path.");
      case 405, 501 ->
          request.getMimeHeaders().getHeader("Transfer-Encoding") == null
              ? Problem.of(ErrorCode.METHOD_NOT_ALLOWED, "The method is not taken.")
              : Problem.of(
                  ErrorCode.NOT_IMPLEMENTED,
                  "Transfer-Encoding: Expected chunked, or none. Compressed bodies are taken by"
                      + " Content-Encoding: gzip.");
      case 408 -> Problem.of(ErrorCode.REQUEST_TIMEOUT, ErrorCode.REQUEST_TIMEOUT.meaning());
      case 413 -> Problem.of(ErrorCode.PAYLOAD_TOO_LARGE, "The request is too large.");
      case 414 -> Problem.of(ErrorCode.URI_TOO_LONG, ErrorCode.URI_TOO_LONG.meaning());
      case 417 ->
          ApiException.of(ErrorCode.INVALID_PARAMETER, "Expect", "Expected 100-continue.")
              .problem();
      case 431 -> Problem.of(ErrorCode.HEADERS_TOO_LARGE, ErrorCode.HEADERS_TOO_LARGE.meaning());
      case 505 -> Problem.of(ErrorCode.HTTP_VERSION_UNSUPPORTED, "Expected HTTP/1.1.");
      default ->
          status < 500
              ? Problem.of(ErrorCode.INVALID_PARAMETER, "The request is not valid HTTP.")
              : Problem.of(ErrorCode.INTERNAL_ERROR, ErrorCode.INTERNAL_ERROR.meaning());
    };
  }

  private static Problem bad(Request request, String reason) {
    if (reason.equals(TOO_LARGE)) {
      ErrorCode code =
          request.requestURI().isNull() ? ErrorCode.URI_TOO_LONG : ErrorCode.HEADERS_TOO_LARGE;
      return Problem.of(code, code.meaning());
    }
    if (reason.startsWith(TOO_MANY.substring(0, TOO_MANY.indexOf('[')))) {
      return Problem.of(ErrorCode.HEADERS_TOO_LARGE, ErrorCode.HEADERS_TOO_LARGE.meaning());
    }
    Matcher line = BAD_LINE.matcher(reason);
    return line.find()
        ? ApiException.of(
                ErrorCode.INVALID_PARAMETER, line.group(1), "Control characters are not taken.")
            .problem()
        : Problem.of(
            ErrorCode.INVALID_PARAMETER, "The request line or a header is not valid HTTP.");
  }
}
