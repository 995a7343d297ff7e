package io.timeledger.egress;

import io.timeledger.runtime.network.Cidr;
import java.net.InetAddress;
import java.util.List;

/// Distinguishes public internet addresses from all others: private, shared, local, documentation,
/// multicast and reserved ones, and those that embed an address of another kind.
///
/// Checks the address that is dialled, never its text: `0x7f.1`, `2130706433` and a name that
/// resolves to loopback are all 127.0.0.1 by then. Java itself converts IPv4-mapped addresses to
/// IPv4.
public final class AddressGuard {
  private static final List<Cidr> NOT_PUBLIC =
      Cidr.parseAll(
          List.of(
              "0.0.0.0/8",
              "10.0.0.0/8",
              "100.64.0.0/10",
              "127.0.0.0/8",
              "169.254.0.0/16",
              "172.16.0.0/12",
              "192.0.0.0/24",
              "192.0.2.0/24",
              "192.88.99.0/24",
              "192.168.0.0/16",
              "198.18.0.0/15",
              "198.51.100.0/24",
              "203.0.113.0/24",
              "224.0.0.0/4",
              "240.0.0.0/4",
              "::/96", // unspecified, loopback and IPv4-compatible
              "64:ff9b::/96",
              "64:ff9b:1::/48",
              "100::/64",
              "2001::/32",
              "2001:db8::/32",
              "2002::/16",
              "3fff::/20",
              "5f00::/16",
              "fc00::/7",
              "fe80::/10",
              "fec0::/10",
              "ff00::/8"));

  private final List<Cidr> allowed;

  /// @param allowed networks that the operator allows although they are not public, as
  ///     `address/bits`
  public AddressGuard(List<String> allowed) {
    this.allowed = Cidr.parseAll(allowed);
  }

  /// Whether the operator allowed it explicitly.
  public boolean isAllowedByOperator(InetAddress address) {
    return Cidr.anyContains(allowed, address);
  }

  /// Whether calls to the address are allowed.
  public boolean mayDial(InetAddress address) {
    return isAllowedByOperator(address) || !Cidr.anyContains(NOT_PUBLIC, address);
  }
}
