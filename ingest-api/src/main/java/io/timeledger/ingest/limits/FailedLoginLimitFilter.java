package io.timeledger.ingest.limits;

import io.timeledger.ingest.web.ClientAddress;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.web.filter.OncePerRequestFilter;

/// Slows down token guessing: an address with too many 401s gets 429 for a while, whatever it
/// sends, so that even a correct guess does not show. Runs before authentication; health probes
/// always pass.
final class FailedLoginLimitFilter extends OncePerRequestFilter {
  private final RateLimit refusals;
  private final ClientAddress addresses;
  private final TooManyRequests tooMany;

  FailedLoginLimitFilter(RateLimit refusals, ClientAddress addresses, TooManyRequests tooMany) {
    this.refusals = refusals;
    this.addresses = addresses;
    this.tooMany = tooMany;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return refusals.isUnlimited() || request.getRequestURI().startsWith("/health/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String address = AddressKey.of(addresses.of(request));
    Duration wait = refusals.waitOf(address);
    if (wait.isPositive()) {
      tooMany.write(
          request, response, wait, "Too many requests without a good token came from here.");
      return;
    }
    chain.doFilter(request, response);
    if (response.getStatus() == HttpServletResponse.SC_UNAUTHORIZED) {
      refusals.take(address);
    }
  }
}
