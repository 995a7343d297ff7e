package io.timeledger.ingest.web;

import io.timeledger.runtime.network.Cidr;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// The client address of a request. Forwarding headers are trusted only as far as configured
/// proxies wrote them: it is the right-most address that is not one of these.
public final class ClientAddress {
  private final List<Cidr> trusted;

  ClientAddress(List<String> trustedProxies) {
    trusted = Cidr.parseAll(trustedProxies);
  }

  public String of(HttpServletRequest request) {
    return of(request.getRemoteAddr(), Collections.list(request.getHeaders("X-Forwarded-For")));
  }

  String of(String peer, List<String> forwarded) {
    List<String> hops = new ArrayList<>();
    for (String header : forwarded) {
      hops.addAll(List.of(header.split(",", -1)));
    }
    String client = peer;
    while (isTrusted(client) && !hops.isEmpty()) {
      Optional<String> hop =
          Cidr.literal(hops.removeLast().strip()).map(InetAddress::getHostAddress);
      if (hop.isEmpty()) {
        return client;
      }
      client = hop.get();
    }
    return client;
  }

  private boolean isTrusted(String address) {
    return Cidr.literal(address).filter(literal -> Cidr.anyContains(trusted, literal)).isPresent();
  }
}
