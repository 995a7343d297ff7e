package io.timeledger.streams.ledger.webhook;

import java.util.Optional;
import java.util.regex.Pattern;

/// The syntax of webhook URLs: a host, and optionally a port, a path and a query, all in the
/// characters of RFC 3986; an internationalized host is in its ASCII form. No user name, password
/// or fragment.
final class UrlForm {
  private static final int LONGEST = 2048;
  private static final Pattern URL =
      Pattern.compile(
          "(?i:https?)://([A-Za-z0-9.-]+|\\[[0-9A-Fa-f:.]+])(:[0-9]{1,5})?"
              + "([/?]([A-Za-z0-9._~:/?@!$&'()*+,;=\\[\\]-]|%[0-9A-Fa-f]{2})*)?");

  private UrlForm() {}

  /// Why it is invalid; empty if it is valid.
  static Optional<String> faultOf(String url) {
    if (url.isEmpty() || url.length() > LONGEST) {
      return Optional.of("1 to %d characters".formatted(LONGEST));
    }
    if (!url.chars().allMatch(c -> c < 0x80)) {
      return Optional.of("expected: ASCII, a host as xn--…, a path percent-encoded");
    }
    return URL.matcher(url).matches()
        ? Optional.empty()
        : Optional.of("expected: https://host/path, without user name and fragment");
  }
}
