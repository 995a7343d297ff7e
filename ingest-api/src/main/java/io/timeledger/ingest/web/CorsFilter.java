package io.timeledger.ingest.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/// Allows calls from browsers of the configured origins; sends no CORS headers to others, so their
/// browsers refuse. No cookies are involved, so credentials are never allowed.
final class CorsFilter extends OncePerRequestFilter {
  private static final String METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE";
  private static final String REQUEST_HEADERS = String.join(", ", ContractHeaders.REQUEST);
  private static final String EXPOSED_HEADERS = String.join(", ", ContractHeaders.RESPONSE);
  private final Set<String> origins;

  CorsFilter(List<String> origins) {
    this.origins = Set.copyOf(origins);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (!origins.isEmpty()) {
      response.addHeader(HttpHeaders.VARY, HttpHeaders.ORIGIN);
    }
    String origin = request.getHeader(HttpHeaders.ORIGIN);
    if (origin == null || !origins.contains(origin)) {
      chain.doFilter(request, response);
      return;
    }
    response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
    if (isPreflight(request)) {
      response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, METHODS);
      response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, REQUEST_HEADERS);
      response.setHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, "600");
      response.setStatus(HttpServletResponse.SC_NO_CONTENT);
      return;
    }
    response.setHeader(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, EXPOSED_HEADERS);
    chain.doFilter(request, response);
  }

  private static boolean isPreflight(HttpServletRequest request) {
    return request.getMethod().equals("OPTIONS")
        && request.getHeader(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD) != null;
  }
}
