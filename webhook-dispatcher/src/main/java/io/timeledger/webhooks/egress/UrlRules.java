package io.timeledger.webhooks.egress;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What a URL must be when it is called, whatever was accepted when it was saved: https on port
/// 443 or from 1024, and none of the ports of well-known inner services. Networks that the
/// operator opens may be called on any port and without TLS.
final class UrlRules {
  private static final Set<Integer> INNER_PORTS =
      Set.of(
          1433, 1521, 2049, 2181, 2375, 2376, 2379, 2380, 3306, 3389, 4369, 5432, 5433, 5601, 5672,
          5900, 5984, 6379, 6443, 8086, 8125, 8500, 9042, 9092, 9093, 9100, 9200, 9300, 10250,
          11211, 15672, 27017);
  private static final int HTTPS = 443;
  private static final int FIRST_UNPRIVILEGED = 1024;

  private final AddressGuard guard;

  UrlRules(AddressGuard guard) {
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

  /// @param addresses all that the name stands for; one that may not be dialled blocks them all
  boolean allow(URI url, List<InetAddress> addresses) {
    if (addresses.isEmpty() || !isTarget(url) || !addresses.stream().allMatch(guard::mayDial)) {
      return false;
    }
    return addresses.stream().allMatch(guard::isAllowedByOperator)
        || (scheme(url).equals("https") && isOuterPort(port(url)));
  }

  private static boolean isOuterPort(int port) {
    return port == HTTPS || (port >= FIRST_UNPRIVILEGED && !INNER_PORTS.contains(port));
  }

  private static String scheme(URI url) {
    return String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
  }
}
