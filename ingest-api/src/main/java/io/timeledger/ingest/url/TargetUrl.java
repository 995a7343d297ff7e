package io.timeledger.ingest.url;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;

/// A parsed webhook URL.
public sealed interface TargetUrl {

  /// @param host canonical: in lower case and ASCII, without brackets and without a final dot
  /// @param port -1 when the URL names none
  /// @param text the URL as it is stored and called: an internationalized host in its ASCII form,
  ///     all else as given
  record Valid(String scheme, String host, int port, String text) implements TargetUrl {}

  /// @param fault what is wrong, as a sentence
  record Invalid(String fault) implements TargetUrl {}

  static TargetUrl of(String url) {
    Matcher parts = UrlShape.URL.matcher(url);
    if (url.codePoints().anyMatch(UrlShape::isBlank)) {
      return new Invalid("It has a space or a control character.");
    }
    if (!parts.matches() || parts.group("host").isEmpty()) {
      return new Invalid("Expected https://host/path.");
    }
    if (parts.group("user") != null) {
      return new Invalid("Expected no user name and no password: use custom_headers.");
    }
    Optional<String> host = AsciiHost.of(parts.group("host"));
    if (host.isEmpty()) {
      return new Invalid("The host is no internationalized domain name by UTS 46.");
    }
    return UrlShape.faultOfHost(host.get())
        .or(() -> UrlShape.faultOfPort(parts.group("port")))
        .or(() -> UrlShape.faultOfRest(parts.group("rest")))
        .<TargetUrl>map(Invalid::new)
        .orElseGet(() -> valid(url, parts, host.get()));
  }

  private static TargetUrl valid(String url, Matcher parts, String host) {
    boolean ascii = host.equalsIgnoreCase(parts.group("host"));
    String text =
        ascii
            ? url
            : url.substring(0, parts.start("host")) + host + url.substring(parts.end("host"));
    String port = parts.group("port");
    try {
      // The dispatcher parses it as a `URI`.
      if (new URI(text).getHost() == null && !UrlShape.isNumeric(host)) {
        return new Invalid("The host is no name.");
      }
    } catch (URISyntaxException e) {
      return new Invalid("It is not a URL.");
    }
    return new Valid(
        parts.group("scheme").toLowerCase(Locale.ROOT),
        UrlShape.canonical(host),
        port == null ? -1 : Integer.parseInt(port),
        text);
  }
}
