package io.timeledger.ingest.web;

import static io.timeledger.schemas.reply.ErrorCode.INTERNAL_ERROR;
import static org.springframework.web.servlet.HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE;

import io.timeledger.ingest.web.error.ApiException;
import io.timeledger.ingest.web.error.ErrorWriter;
import io.timeledger.ingest.web.error.RequestId;
import io.timeledger.runtime.SpanScope;
import io.timeledger.runtime.Trace;
import io.timeledger.runtime.Tracing;
import io.timeledger.schemas.reply.Problem;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;

/// The outermost filter: adds the common parts of every response and log line, and handles
/// exceptions that nothing else caught.
final class RequestFilter extends OncePerRequestFilter {
  private static final Logger log = LoggerFactory.getLogger(RequestFilter.class);
  private static final int SERVER_ERROR = 500;
  private final ErrorWriter errors;
  private final Tracing tracing;

  RequestFilter(ErrorWriter errors, Tracing tracing) {
    this.errors = errors;
    this.tracing = tracing;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    response.setHeader("X-API-Version", "v1");
    response.setHeader(RequestId.HEADER, RequestId.of(request));
    try (SpanScope span =
            tracing.serving(request.getMethod(), Trace.parse(request.getHeader(Trace.HEADER)));
        MDC.MDCCloseable _ = MDC.putCloseable("request_id", RequestId.of(request))) {
      answer(request, response, chain);
      describe(span, request, response);
    }
  }

  private void answer(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      chain.doFilter(request, response);
    } catch (ApiException e) {
      errors.write(request, response, e.problem());
    } catch (ServletException | RuntimeException e) {
      if (e.getCause() instanceof ResponseAbortedException
          || e instanceof ResponseAbortedException) {
        log.warn("event=response_aborted request_id={}", RequestId.of(request), e);
        throw e;
      }
      log.error("event=request_failed request_id={}", RequestId.of(request), e);
      errors.write(request, response, Problem.of(INTERNAL_ERROR, INTERNAL_ERROR.meaning()));
    }
  }

  // Route templates instead of paths, which contain ids.
  private static void describe(
      SpanScope span, HttpServletRequest request, HttpServletResponse response) {
    if (request.getAttribute(BEST_MATCHING_PATTERN_ATTRIBUTE) instanceof String route) {
      span.named(request.getMethod() + " " + route).with("http.route", route);
    }
    span.with("http.request.method", request.getMethod())
        .with("http.response.status_code", response.getStatus());
    if (response.getStatus() >= SERVER_ERROR) {
      span.failed();
    }
  }
}
