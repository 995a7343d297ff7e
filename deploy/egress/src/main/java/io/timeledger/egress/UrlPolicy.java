package io.timeledger.egress;

import io.timeledger.runtime.network.PublicPorts;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Checks URLs when they are called, whatever was accepted when they were saved: https on one of
/// [PublicPorts]. Networks allowed by the operator can be called on any port and without TLS.
final class UrlPolicy {
  private static final int HTTPS = 443;

  private final AddressGuard guard;

  UrlPolicy(AddressGuard guard) {
    this.guard = guard;
  }

  static int port(URI url) {
    if (url.getPort() >= 0) {
      return url.getPort();
    }
    return scheme(url).equals("https") ? HTTPS : 80;
  }

  /// Whether the URL can be a target at all.
  static boolean isTarget(URI url) {
    return url.getHost() != null
        && url.getRawUserInfo() == null
        && Set.of("http", "https").contains(scheme(url));
  }

  /// @param addresses all addresses of the name; one blocked address blocks the call
  boolean allow(URI url, List<InetAddress> addresses) {
    if (addresses.isEmpty() || !isTarget(url) || !addresses.stream().allMatch(guard::mayDial)) {
      return false;
    }
    return addresses.stream().allMatch(guard::isAllowedByOperator)
        || (scheme(url).equals("https") && PublicPorts.mayCall(port(url)));
  }

  private static String scheme(URI url) {
    return String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
  }
}
