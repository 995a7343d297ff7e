package io.timeledger.ingest.access;

import io.timeledger.ingest.access.RequestCredential.BearerToken;
import io.timeledger.ingest.access.RequestCredential.SessionCookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/// Reads the credential of a request. Browsers add cookies to requests of any page, so one counts
/// only in a request that the browser marks as the own page's, for reads too, and never beside an
/// `Authorization` header.
public final class RequestCredentials {
  private final SessionCookies cookies;

  RequestCredentials(SessionCookies cookies) {
    this.cookies = cookies;
  }

  /// Empty without a credential that counts.
  public Optional<RequestCredential> of(HttpServletRequest request) {
    if (request.getHeader("Authorization") != null) {
      return Bearer.of(request).map(BearerToken::new);
    }
    return FetchSite.isSameOrigin(request)
        ? cookies.read(request).map(SessionCookie::new)
        : Optional.empty();
  }
}
