package io.timeledger.ingest.web;

import static io.timeledger.schemas.reply.ErrorCode.PAYLOAD_TOO_LARGE;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.web.filter.OncePerRequestFilter;

/// Bounds every body: 1 MiB, 8 MiB for batches, and 64 MiB for imports, which are streamed.
final class BodyLimitFilter extends OncePerRequestFilter {
  private static final long LIMIT = 1L << 20;
  private static final Map<String, Long> LARGER =
      Map.of("/api/v1/time-entries/batch", 8L << 20, "/api/v1/imports", 64L << 20);

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    long limit = LARGER.getOrDefault(request.getRequestURI(), LIMIT);
    if (request.getContentLengthLong() > limit) {
      throw tooLarge(limit);
    }
    chain.doFilter(
        new HttpServletRequestWrapper(request) {
          @Override
          public ServletInputStream getInputStream() throws IOException {
            return new BoundedBody(super.getInputStream(), limit);
          }
        },
        response);
  }

  private static ApiException tooLarge(long limit) {
    return ApiException.of(PAYLOAD_TOO_LARGE, "The body is larger than %d bytes.".formatted(limit));
  }
}
