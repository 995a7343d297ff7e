package io.timeledger.ingest.web.error;

import io.timeledger.schemas.reply.Problem;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The error envelope for requests that the container refuses before any filter runs.
public final class ErrorValve extends ErrorReportValve {
  private static final Logger log = LoggerFactory.getLogger(ErrorValve.class);

  @Override
  protected void report(Request request, Response response, Throwable throwable) {
    int status = response.getStatus();
    if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
      return;
    }
    try {
      Problem problem = ContainerProblems.of(status, request.getCoyoteRequest(), throwable);
      new ErrorWriter().write(request, response, problem);
      response.finishResponse();
    } catch (IOException | IllegalStateException e) {
      log.debug("event=error_not_reported status={}", status, e);
    }
  }
}
