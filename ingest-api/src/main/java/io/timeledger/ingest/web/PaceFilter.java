package io.timeledger.ingest.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.coyote.CloseNowException;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/// Has bodies move, also what is left of one that was refused. It is still read, else closing would
/// overtake the answer; but the answer does not wait for it.
final class PaceFilter extends OncePerRequestFilter {
  private static final long MOST_UNREAD = 16L << 20;
  private final RequestProperties pace;

  PaceFilter(RequestProperties pace) {
    this.pace = pace;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (!hasBody(request)) {
      chain.doFilter(request, response);
      return;
    }
    PacedBody paced = new PacedBody(request, pace);
    ServletInputStream body = new ServletBody(paced);
    chain.doFilter(
        new HttpServletRequestWrapper(request) {
          @Override
          public ServletInputStream getInputStream() {
            return body;
          }
        },
        response);
    // Whoever waits to be told to go on sends nothing after a refusal.
    if (request.getHeader(HttpHeaders.EXPECT) == null) {
      leaveNothing(paced, response);
    }
  }

  private static boolean hasBody(HttpServletRequest request) {
    return request.getContentLengthLong() > 0
        || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
  }

  private static void leaveNothing(PacedBody body, HttpServletResponse response)
      throws CloseNowException {
    byte[] buffer = new byte[8_192];
    body.restart();
    try {
      long unread = 0;
      int read = body.read(buffer, 0, buffer.length);
      while (read >= 0 && unread <= MOST_UNREAD) {
        response.flushBuffer();
        unread += read;
        read = body.read(buffer, 0, buffer.length);
      }
      if (read < 0) {
        return;
      }
    } catch (SlowBodyException e) {
      throw new CloseNowException(e);
    } catch (IOException e) {
      // Nobody can read on: it was closed on either side.
      return;
    }
    throw new CloseNowException("more is left of the body than is read");
  }
}
