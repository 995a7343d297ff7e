package io.timeledger.streams.ledger.webhook;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The custom headers that a webhook may send.
final class HeaderName {
  private static final int LONGEST = 64;
  private static final String SIGNS = "!#$%&'*+-.^_`|~";

  /// Our own, and those that would change the framing or routing of the request.
  private static final Set<String> RESERVED =
      Set.of(
          "host",
          "content-type",
          "content-length",
          "content-encoding",
          "transfer-encoding",
          "accept-encoding",
          "connection",
          "keep-alive",
          "upgrade",
          "te",
          "trailer",
          "expect",
          "user-agent",
          "traceparent",
          "tracestate",
          "forwarded",
          "cookie");

  private static final List<String> RESERVED_FAMILIES =
      List.of("x-workestra-", "webhook-", "proxy-", "x-forwarded-");

  private HeaderName() {}

  /// Why it is not allowed; empty if it is.
  static Optional<String> faultOf(String name) {
    if (name.isEmpty() || name.length() > LONGEST || !name.chars().allMatch(HeaderName::isSign)) {
      return Optional.of("\"%.80s\" is no name of a header".formatted(name));
    }
    String lower = name.toLowerCase(Locale.ROOT);
    return RESERVED.contains(lower) || RESERVED_FAMILIES.stream().anyMatch(lower::startsWith)
        ? Optional.of(name + " is set by us")
        : Optional.empty();
  }

  /// A character of a token (RFC 9110, 5.6.2).
  private static boolean isSign(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || SIGNS.indexOf(c) >= 0;
  }
}
