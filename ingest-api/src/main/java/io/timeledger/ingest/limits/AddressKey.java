package io.timeledger.ingest.limits;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;

/// What counts as one address: of IPv6 the first 64 bits, for whoever has one has all that share
/// them.
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
