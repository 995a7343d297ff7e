package io.timeledger.calendar.provider.rest;

import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Scheme, host and port of an address (RFC 6454 §4).
///
/// @param port -1 for the scheme's own
public record Origin(String scheme, String host, int port) {
  public static Origin of(URI address) {
    String scheme = lower(address.getScheme());
    int port = address.getPort();
    boolean usual = scheme.equals("https") ? port == 443 : port == 80;
    return new Origin(scheme, lower(address.getHost()), usual ? -1 : port);
  }

  private static String lower(@Nullable String text) {
    return text == null ? "" : text.toLowerCase(Locale.ROOT);
  }
}
