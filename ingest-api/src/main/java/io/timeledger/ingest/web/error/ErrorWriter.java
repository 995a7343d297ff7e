package io.timeledger.ingest.web.error;

import io.timeledger.schemas.json.Json;
import io.timeledger.schemas.reply.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;

/// Writes a problem as a response, wherever a request ends early.
public final class ErrorWriter {
  private static final int RETRY_AFTER_SECONDS = 5;

  public void write(HttpServletRequest request, HttpServletResponse response, Problem problem)
      throws IOException {
    if (response.isCommitted()) {
      return;
    }
    headers(problem)
        .forEach(
            (name, values) -> {
              if (!response.containsHeader(name)) {
                response.setHeader(name, values.getFirst());
              }
            });
    response.setHeader("X-API-Version", "v1");
    response.setHeader(RequestId.HEADER, RequestId.of(request));
    response.setStatus(problem.code().status());
    response.setContentType("application/json");
    byte[] body = Json.MAPPER.writeValueAsBytes(Envelope.error(problem, RequestId.of(request)));
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  /// Headers that the status requires.
  public static HttpHeaders headers(Problem problem) {
    HttpHeaders headers = new HttpHeaders();
    switch (problem.code().status()) {
      case 401 -> headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
      case 429, 503 -> headers.set(HttpHeaders.RETRY_AFTER, Integer.toString(RETRY_AFTER_SECONDS));
      default -> {
        // Other statuses require no header.
      }
    }
    return headers;
  }
}
