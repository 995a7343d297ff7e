package io.timeledger.ingest.url;

import io.timeledger.runtime.network.Cidr;
import io.timeledger.runtime.network.PublicNames;
import io.timeledger.runtime.network.PublicPorts;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Allowed targets of calls, judged by the text of the URL: https to one of [PublicNames], at one
/// of [PublicPorts]. Does not resolve names: the service that calls checks the addresses at every
/// call, because they change.
///
/// Targets allowed by the operator may also use http and any port.
public final class TargetUrlPolicy {
  private static final int HTTPS = 443;

  private final Set<String> allowedHosts;
  private final List<Cidr> allowedNetworks;

  /// @param hosts exact names that the operator allows
  /// @param networks addresses or networks (CIDR) that the operator allows
  public TargetUrlPolicy(List<String> hosts, List<String> networks) {
    allowedHosts =
        hosts.stream().map(TargetUrlPolicy::canonical).collect(Collectors.toUnmodifiableSet());
    allowedNetworks = Cidr.parseAll(networks);
  }

  /// Why the URL is refused; empty if it is allowed.
  public Optional<String> faultOf(String url) {
    return switch (TargetUrl.of(url)) {
      case TargetUrl.Invalid invalid -> Optional.of(invalid.fault());
      case TargetUrl.Valid target ->
          isAllowed(target.host()) ? faultOfScheme(target, true) : faultOfStranger(target);
    };
  }

  private static Optional<String> faultOfStranger(TargetUrl.Valid target) {
    String host = target.host();
    if (Cidr.literal(host).isPresent()) {
      return Optional.of("The host is a bare address.");
    }
    if (!PublicNames.isQualified(host)) {
      return Optional.of("The host is not a public name, as hooks.example.com is.");
    }
    if (PublicNames.isInternal(host)) {
      return Optional.of("The host is an internal name.");
    }
    int port = target.port() == -1 ? HTTPS : target.port();
    return PublicPorts.mayCall(port)
        ? faultOfScheme(target, false)
        : Optional.of("Port %d is not called.".formatted(port));
  }

  private static Optional<String> faultOfScheme(TargetUrl.Valid target, boolean plainToo) {
    return target.scheme().equals("https") || (plainToo && target.scheme().equals("http"))
        ? Optional.empty()
        : Optional.of("Expected https.");
  }

  private boolean isAllowed(String host) {
    if (allowedHosts.contains(host)) {
      return true;
    }
    String address = host.equals("localhost") ? "127.0.0.1" : host;
    return Cidr.literal(address)
        .filter(literal -> Cidr.anyContains(allowedNetworks, literal))
        .isPresent();
  }

  private static String canonical(String allowedHost) {
    return AsciiHost.of(allowedHost)
        .orElseThrow(
            () -> new IllegalArgumentException("allowed host: \"%s\"".formatted(allowedHost)));
  }
}
