package io.timeledger.ingest.webhook;

import io.timeledger.ingest.IngestProperties;
import io.timeledger.ingest.web.Network;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/// Where webhooks may lead, as far as the text of a URL tells: https to a public name, at port
/// 443 or one of the unprivileged that nothing internal is known to listen on. No name is
/// resolved here: the dispatcher judges the addresses at every call, for they change.
///
/// What the operator allows is allowed as it is, by http and at any port: hosts by
/// `timeledger.webhooks.allowed-hosts`, addresses by `timeledger.webhooks.allowed-networks`.
@Component
final class TargetRules {
  private static final int HTTPS = 443;
  private static final int FIRST_UNPRIVILEGED = 1024;
  private static final int LAST_PORT = 65_535;
  private static final int LONGEST_NAME = 253;

  /// A public name has a top-level domain, and no top-level domain is a number.
  private static final Pattern NAME =
      Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+([a-z]{2,63}|xn--[a-z0-9-]{1,59})");

  private static final Set<String> INTERNAL_DOMAINS =
      Set.of(
          "local",
          "localhost",
          "localdomain",
          "internal",
          "intranet",
          "private",
          "corp",
          "home",
          "lan",
          "arpa",
          "onion",
          "test",
          "invalid");

  /// Databases, brokers, container and cluster control, debuggers: what speaks no webhooks.
  private static final Set<Integer> INTERNAL_PORTS =
      Set.of(
          1433, 1521, 2049, 2181, 2375, 2376, 2379, 2380, 3306, 3389, 4194, 5005, 5432, 5672, 5984,
          5985, 5986, 6379, 6443, 6667, 7001, 8500, 9042, 9092, 9093, 9200, 9300, 10_250, 10_255,
          11_211, 15_672, 27_017);

  private final Set<String> allowedHosts;
  private final List<Network> allowedNetworks;

  TargetRules(IngestProperties properties) {
    allowedHosts = Set.copyOf(properties.webhooks().allowedHosts());
    allowedNetworks = properties.webhooks().allowedNetworks().stream().map(Network::parse).toList();
  }

  /// Why the URL is refused; empty when it is not.
  Optional<String> faultOf(String url) {
    URI uri;
    try {
      uri = new URI(url);
    } catch (URISyntaxException e) {
      return Optional.of("It is not a URL.");
    }
    if (uri.getHost() == null || uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
      return Optional.of("Expected https://host/path, without user name and fragment.");
    }
    String host = canonical(uri.getHost());
    return isAllowed(host) ? faultOfScheme(uri, true) : faultOfStranger(uri, host);
  }

  private static Optional<String> faultOfStranger(URI uri, String host) {
    if (Network.literal(host).isPresent()) {
      return Optional.of("The host is a bare address.");
    }
    if (host.length() > LONGEST_NAME || !NAME.matcher(host).matches()) {
      return Optional.of("The host is not a public name.");
    }
    if (INTERNAL_DOMAINS.contains(host.substring(host.lastIndexOf('.') + 1))) {
      return Optional.of("The host is an internal name.");
    }
    int port = uri.getPort() == -1 ? HTTPS : uri.getPort();
    boolean open =
        port == HTTPS
            || (port >= FIRST_UNPRIVILEGED && port <= LAST_PORT && !INTERNAL_PORTS.contains(port));
    return open ? faultOfScheme(uri, false) : Optional.of("Port %d is not called.".formatted(port));
  }

  private static Optional<String> faultOfScheme(URI uri, boolean plainToo) {
    String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
    return scheme.equals("https") || (plainToo && scheme.equals("http"))
        ? Optional.empty()
        : Optional.of("Expected https.");
  }

  private boolean isAllowed(String host) {
    if (allowedHosts.contains(host)) {
      return true;
    }
    String address = host.equals("localhost") ? "127.0.0.1" : host;
    Optional<InetAddress> literal = Network.literal(address);
    return literal.isPresent()
        && allowedNetworks.stream().anyMatch(network -> network.contains(literal.get()));
  }

  private static String canonical(String host) {
    String lower = host.toLowerCase(Locale.ROOT);
    String bare = lower.startsWith("[") ? lower.substring(1, lower.length() - 1) : lower;
    return bare.endsWith(".") ? bare.substring(0, bare.length() - 1) : bare;
  }
}
