package io.timeledger.ingest.web.body;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/// Enforces a minimum pace of bodies while operations read them.
public final class PaceFilter extends OncePerRequestFilter {
  private final RequestProperties pace;

  public PaceFilter(RequestProperties pace) {
    this.pace = pace;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    ServletInputStream body = new ServletBody(new PacedBody(request, pace));
    chain.doFilter(
        new HttpServletRequestWrapper(request) {
          @Override
          public ServletInputStream getInputStream() {
            return body;
          }
        },
        response);
  }
}
