package io.timeledger.twin.push;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;

/// Where vendors send to: https, as the real ones; http on loopback besides, for tests.
public final class PushAddress {
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

  private PushAddress() {}

  /// Empty for an address that is refused.
  public static Optional<URI> parse(String text) {
    try {
      URI address = new URI(text);
      String host = Optional.ofNullable(address.getHost()).orElse("");
      boolean allowed =
          ("https".equals(address.getScheme()) && !host.isEmpty())
              || ("http".equals(address.getScheme()) && LOOPBACK.contains(host));
      return allowed ? Optional.of(address) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
