package io.timeledger.runtime.network;

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

  /// Providers call public names, whose certificates they can check. A provider that runs on this
  /// machine, such as a stand-in for tests, can also call this machine.
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
    return isReachable(parse(publicUrl), providerUrl) ? AVAILABLE : NOT_REACHABLE;
  }

  private static boolean isReachable(@Nullable URI own, URI providerUrl) {
    String host = own == null ? null : own.getHost();
    if (own == null || host == null) {
      return false;
    }
    return isLoopback(host)
        ? isLoopback(String.valueOf(providerUrl.getHost()))
        : "https".equalsIgnoreCase(own.getScheme())
            && PublicNames.isPublic(host.toLowerCase(Locale.ROOT));
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
    return Cidr.literal(name.replaceAll("^\\[|]$", ""))
        .map(InetAddress::isLoopbackAddress)
        .orElseGet(() -> name.equals("localhost") || name.endsWith(".localhost"));
  }
}
