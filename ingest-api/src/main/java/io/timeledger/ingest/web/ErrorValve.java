package io.timeledger.ingest.web;

import io.timeledger.schemas.reply.ErrorCode;
import io.timeledger.schemas.reply.Problem;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The envelope for what the container refuses before any filter sees it.
public final class ErrorValve extends ErrorReportValve {
  private static final Logger LOG = LoggerFactory.getLogger(ErrorValve.class);

  @Override
  protected void report(Request request, Response response, Throwable throwable) {
    int status = response.getStatus();
    if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
      return;
    }
    try {
      new ErrorWriter().write(request, response, problem(status));
      response.setStatus(status);
      response.finishResponse();
    } catch (IOException | IllegalStateException e) {
      LOG.debug("event=error_not_reported status={}", status, e);
    }
  }

  private static Problem problem(int status) {
    return switch (status) {
      case 404 -> Problem.of(ErrorCode.NOT_FOUND, "There is nothing at this path.");
      case 405 -> Problem.of(ErrorCode.METHOD_NOT_ALLOWED, "The method is not taken.");
      case 413 -> Problem.of(ErrorCode.PAYLOAD_TOO_LARGE, "The request is too large.");
      default ->
          status < 500
              ? Problem.of(ErrorCode.INVALID_PARAMETER, "The request is not valid HTTP.")
              : Problem.of(ErrorCode.INTERNAL_ERROR, ErrorCode.INTERNAL_ERROR.meaning());
    };
  }
}
