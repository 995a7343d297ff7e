package io.timeledger.ingest.web;

import java.net.InetAddress;
import java.util.Optional;

/// An address, or all that share its first bits.
public record Network(InetAddress base, int bits) {

  /// @throws IllegalArgumentException for anything but an address or CIDR notation
  public static Network parse(String text) {
    int slash = text.indexOf('/');
    InetAddress base =
        literal(slash < 0 ? text : text.substring(0, slash))
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "network: \"%s\" (expected: an address or network)".formatted(text)));
    int all = base.getAddress().length * 8;
    int bits = slash < 0 ? all : Integer.parseInt(text.substring(slash + 1));
    if (bits < 0 || bits > all) {
      throw new IllegalArgumentException(
          "network: \"%s\" (expected: 0 to %d bits)".formatted(text, all));
    }
    return new Network(base, bits);
  }

  /// Never asks a name server.
  public static Optional<InetAddress> literal(String text) {
    try {
      return Optional.of(InetAddress.ofLiteral(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  public boolean contains(InetAddress address) {
    byte[] mine = base.getAddress();
    byte[] other = address.getAddress();
    if (mine.length != other.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit++) {
      int mask = 0x80 >>> (bit % 8);
      if ((mine[bit / 8] & mask) != (other[bit / 8] & mask)) {
        return false;
      }
    }
    return true;
  }
}
