package io.timeledger.ingest.url;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Syntax rules for the parts of a URL.
final class UrlShape {
  static final Pattern URL =
      Pattern.compile(
          "(?<scheme>[A-Za-z][A-Za-z0-9+.-]*)://((?<user>[^/?#]*)@)?"
              + "(?<host>\\[[^/?#\\]]*]|[^/?#:]*)(:(?<port>[^/?#]*))?(?<rest>[/?#].*)?");
  private static final Pattern REST =
      Pattern.compile("([A-Za-z0-9._~:/?@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})*");
  private static final int LONGEST_NAME = 253;
  private static final int LONGEST_LABEL = 63;
  private static final int LAST_PORT = 65_535;

  private UrlShape() {}

  static boolean isBlank(int c) {
    return Character.isISOControl(c) || Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  /// Whether the last part begins with a digit, as in an address.
  static boolean isNumeric(String host) {
    return host.substring(host.lastIndexOf('.', host.length() - 2) + 1).matches("[0-9].*");
  }

  static String canonical(String host) {
    String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    return bare.endsWith(".") ? bare.substring(0, bare.length() - 1) : bare;
  }

  static Optional<String> faultOfHost(String host) {
    if (host.startsWith("[")) {
      return Optional.empty();
    }
    if (host.indexOf('_') >= 0) {
      return Optional.of("The host has an underscore, which names of hosts cannot have.");
    }
    if (!host.matches("[a-z0-9.-]*")) {
      return Optional.of("The host has a character that names of hosts cannot have.");
    }
    for (String label : canonical(host).split("\\.", -1)) {
      if (label.isEmpty() || label.startsWith("-") || label.endsWith("-")) {
        return Optional.of("Expected no empty part in the host, and no hyphen at an end of one.");
      }
      if (label.length() > LONGEST_LABEL || host.length() > LONGEST_NAME) {
        return Optional.of(
            "The host is too long: %d characters, %d from dot to dot."
                .formatted(LONGEST_NAME, LONGEST_LABEL));
      }
    }
    return Optional.empty();
  }

  static Optional<String> faultOfPort(@Nullable String port) {
    return port == null || (port.matches("[0-9]{1,5}") && Integer.parseInt(port) <= LAST_PORT)
        ? Optional.empty()
        : Optional.of("Expected a port from 1 to %d.".formatted(LAST_PORT));
  }

  /// The fault of path and query, by its first invalid character.
  static Optional<String> faultOfRest(@Nullable String rest) {
    if (rest == null) {
      return Optional.empty();
    }
    if (rest.indexOf('#') >= 0) {
      return Optional.of("Expected no fragment: what follows a # is not sent.");
    }
    Matcher good = REST.matcher(rest);
    if (good.lookingAt() && good.end() == rest.length()) {
      return Optional.empty();
    }
    String bad = Character.toString(rest.codePointAt(good.end()));
    return Optional.of(
        bad.equals("%")
            ? "Expected two hexadecimal digits after a %."
            : "Write %s instead of %s in path and query."
                .formatted(URLEncoder.encode(bad, UTF_8), bad));
  }
}
