package io.timeledger.webhooks.egress;

import java.net.InetAddress;
import java.util.Arrays;

/// Addresses that share their first bits, as in `10.0.0.0/8`.
///
/// @param bits how many are shared
record Network(InetAddress first, int bits) {

  /// @param text `address/bits`, or an address for itself alone; never a name
  /// @throws IllegalArgumentException for anything else
  static Network parse(String text) {
    int slash = text.indexOf('/');
    InetAddress first = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash));
    int all = first.getAddress().length * 8;
    int bits = slash < 0 ? all : Integer.parseInt(text.substring(slash + 1));
    if (bits < 0 || bits > all) {
      throw new IllegalArgumentException("network: " + text + " (expected: 0 to " + all + " bits)");
    }
    return new Network(first, bits);
  }

  boolean contains(InetAddress address) {
    byte[] mine = first.getAddress();
    byte[] other = address.getAddress();
    if (mine.length != other.length) {
      return false;
    }
    int whole = bits / 8;
    if (!Arrays.equals(mine, 0, whole, other, 0, whole)) {
      return false;
    }
    int rest = bits % 8;
    return rest == 0 || ((mine[whole] ^ other[whole]) & 0xff) >>> (8 - rest) == 0;
  }
}
