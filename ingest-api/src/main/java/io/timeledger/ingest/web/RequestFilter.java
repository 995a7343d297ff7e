package io.timeledger.ingest.web;

import static io.timeledger.schemas.reply.ErrorCode.INTERNAL_ERROR;

import io.timeledger.operations.Trace;
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

/// The outermost filter: what every response and every log line carries, and the last catch of
/// what nobody caught.
final class RequestFilter extends OncePerRequestFilter {
  private static final Logger LOG = LoggerFactory.getLogger(RequestFilter.class);
  private final ErrorWriter errors;

  RequestFilter(ErrorWriter errors) {
    this.errors = errors;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    response.setHeader("X-API-Version", "v1");
    response.setHeader(RequestId.HEADER, RequestId.of(request));
    Trace trace = Trace.parse(request.getHeader(Trace.HEADER)).orElseGet(Trace::begin);
    try (var _ = trace.open();
        var _ = MDC.putCloseable("request_id", RequestId.of(request))) {
      chain.doFilter(request, response);
    } catch (ApiException e) {
      errors.write(request, response, e.problem());
    } catch (ServletException | RuntimeException e) {
      if (e.getCause() instanceof BrokenOffException || e instanceof BrokenOffException) {
        LOG.warn("event=answer_broken_off request_id={}", RequestId.of(request), e);
        throw e;
      }
      LOG.error("event=request_failed request_id={}", RequestId.of(request), e);
      errors.write(request, response, Problem.of(INTERNAL_ERROR, INTERNAL_ERROR.meaning()));
    }
  }
}
