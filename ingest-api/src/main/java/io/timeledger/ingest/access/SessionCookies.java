package io.timeledger.ingest.access;

import io.timeledger.ingest.IngestProperties;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;

/// The cookie that holds a session: `__Host-tl` over https. Over http it exists only where nobody
/// can listen, on a loopback address, as `tl-<port>`: cookies ignore ports, so the name tells
/// servers of one host apart. Behind a proxy that ends TLS, requests with the host of
/// `timeledger.public-url` count as https.
public final class SessionCookies {
  private static final String SECURE_NAME = "__Host-tl";
  private static final Duration LONGEST = Duration.ofHours(12);
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127(?:[.][0-9]{1,3}){3}|\\[::1\\]|::1|0:0:0:0:0:0:0:1");

  private final @Nullable String secureAuthority;

  SessionCookies(IngestProperties properties) {
    String publicUrl = properties.publicUrl();
    URI address = publicUrl == null ? null : URI.create(publicUrl);
    secureAuthority =
        address != null && "https".equalsIgnoreCase(address.getScheme())
            ? address.getAuthority()
            : null;
  }

  /// Whether the request comes by a way that may carry a session.
  public boolean mayUse(HttpServletRequest request) {
    return nameFor(request).isPresent();
  }

  /// Empty without the cookie, and when there are several of its name.
  Optional<String> read(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    if (cookies == null) {
      return Optional.empty();
    }
    return nameFor(request)
        .map(
            name ->
                Arrays.stream(cookies)
                    .filter(cookie -> cookie.getName().equals(name))
                    .map(Cookie::getValue)
                    .toList())
        .filter(values -> values.size() == 1)
        .map(List::getFirst);
  }

  /// The `Set-Cookie` header that keeps the session.
  ///
  /// @throws IllegalStateException unless the request [may use][#mayUse] one
  public String keep(HttpServletRequest request, Credential session) {
    return header(request, session.reveal(), LONGEST);
  }

  /// The `Set-Cookie` header that removes the session.
  public String drop(HttpServletRequest request) {
    return header(request, "", Duration.ZERO);
  }

  private String header(HttpServletRequest request, String value, Duration age) {
    String name =
        nameFor(request).orElseThrow(() -> new IllegalStateException("no session by this way"));
    return ResponseCookie.from(name, value)
        .path("/")
        .secure(name.equals(SECURE_NAME))
        .httpOnly(true)
        .sameSite("Strict")
        .maxAge(age)
        .build()
        .toString();
  }

  private Optional<String> nameFor(HttpServletRequest request) {
    if (request.isSecure()
        || (secureAuthority != null
            && secureAuthority.equalsIgnoreCase(request.getHeader("Host")))) {
      return Optional.of(SECURE_NAME);
    }
    return LOOPBACK.matcher(request.getServerName()).matches()
        ? Optional.of("tl-" + request.getServerPort())
        : Optional.empty();
  }
}
