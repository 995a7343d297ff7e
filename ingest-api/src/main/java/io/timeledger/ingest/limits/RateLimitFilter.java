package io.timeledger.ingest.limits;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.web.filter.OncePerRequestFilter;

/// Counts each request of an authenticated caller, and reports the limit's state in headers. Runs
/// after authentication: refused credentials do not count against a token.
final class RateLimitFilter extends OncePerRequestFilter {
  private final Limits limits;
  private final RateLimitKeys keys;
  private final TooManyRequests tooMany;

  RateLimitFilter(Limits limits, RateLimitKeys keys, TooManyRequests tooMany) {
    this.limits = limits;
    this.keys = keys;
    this.tooMany = tooMany;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<String> key = keys.of(request);
    if (key.isEmpty()) {
      chain.doFilter(request, response);
      return;
    }
    switch (limits.forMethod(request.getMethod()).take(key.get())) {
      case RateLimitResult.Unlimited() -> chain.doFilter(request, response);
      case RateLimitResult.Passed(RateLimitStatus status) -> {
        tell(response, status);
        chain.doFilter(request, response);
      }
      case RateLimitResult.Refused(RateLimitStatus status, var retryAfter) -> {
        tell(response, status);
        tooMany.write(
            request,
            response,
            retryAfter,
            "The token has used up its %d requests per minute.".formatted(status.limit()));
      }
    }
  }

  static void tell(HttpServletResponse response, RateLimitStatus status) {
    response.setHeader("X-RateLimit-Limit", Integer.toString(status.limit()));
    response.setHeader("X-RateLimit-Remaining", Long.toString(status.remaining()));
    response.setHeader("X-RateLimit-Reset", Long.toString(status.resetSeconds()));
  }
}
