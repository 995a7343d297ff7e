package io.timeledger.ingest.limits;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;

/// The rate-limit key of an address: for IPv6 its first 64 bits, since a client usually owns all
/// addresses that share them.
final class AddressKey {
  private static final int NETWORK_BYTES = 8;

  private AddressKey() {}

  static String of(String address) {
    try {
      return InetAddress.ofLiteral(address) instanceof Inet6Address six
          ? HexFormat.of().formatHex(six.getAddress(), 0, NETWORK_BYTES)
          : address;
    } catch (IllegalArgumentException e) {
      return address;
    }
  }
}
