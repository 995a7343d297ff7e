package io.timeledger.schemas.calendar;

import io.timeledger.schemas.resource.Provider;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Whether a provider can report changes of calendars, and if not, why.
public enum PushAvailability {
  AVAILABLE("The provider reports changes at once."),
  FILES("Files cannot announce changes: they are read at intervals."),
  NOT_CONFIGURED("The provider is not configured."),
  NO_KEY("Calendars are read at intervals: the operator has configured no key for secrets."),
  NOT_REACHABLE(
      "Calendars are read at intervals: the operator has configured no public https address that"
          + " the provider could report changes to.");

  private final String words;

  PushAvailability(String words) {
    this.words = words;
  }

  public boolean isAvailable() {
    return this == AVAILABLE;
  }

  /// A sentence for members.
  public String words() {
    return words;
  }

  /// A provider that runs on this machine, such as a stand-in for tests, can also call addresses of
  /// this machine.
  ///
  /// @param publicUrl address of the API; null if it is not configured
  /// @param providerUrl an address of the provider; null if it is not configured
  /// @param keyed whether there is a key for secrets
  public static PushAvailability of(
      Provider provider, @Nullable String publicUrl, @Nullable URI providerUrl, boolean keyed) {
    if (provider == Provider.ICS) {
      return FILES;
    }
    if (providerUrl == null) {
      return NOT_CONFIGURED;
    }
    if (!keyed) {
      return NO_KEY;
    }
    URI own = parse(publicUrl);
    String host = own == null ? null : own.getHost();
    if (own == null || host == null) {
      return NOT_REACHABLE;
    }
    boolean reachable =
        isLoopback(host)
            ? isLoopback(String.valueOf(providerUrl.getHost()))
            : "https".equalsIgnoreCase(own.getScheme()) && isPublic(host);
    return reachable ? AVAILABLE : NOT_REACHABLE;
  }

  private static @Nullable URI parse(@Nullable String url) {
    try {
      return url == null ? null : new URI(url);
    } catch (URISyntaxException e) {
      return null;
    }
  }

  private static boolean isLoopback(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    InetAddress address = literal(name);
    return address == null
        ? name.equals("localhost") || name.endsWith(".localhost")
        : address.isLoopbackAddress();
  }

  private static boolean isPublic(String host) {
    InetAddress address = literal(host);
    return address == null
        // Names without a dot are of a local network.
        ? host.indexOf('.') > 0
        : !(address.isSiteLocalAddress()
            || address.isLinkLocalAddress()
            || address.isAnyLocalAddress());
  }

  private static @Nullable InetAddress literal(String host) {
    try {
      return InetAddress.ofLiteral(host.replaceAll("^\\[|]$", ""));
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
