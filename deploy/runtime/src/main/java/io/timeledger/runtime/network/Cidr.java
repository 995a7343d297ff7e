package io.timeledger.runtime.network;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A range of addresses with a common prefix, as in `10.0.0.0/8`, or a single address.
///
/// @param bits length of the prefix
public record Cidr(InetAddress first, int bits) {

  /// @param text `address/bits`, or a single address; never a name
  /// @throws IllegalArgumentException for anything else
  public static Cidr parse(String text) {
    int slash = text.indexOf('/');
    InetAddress first =
        literal(slash < 0 ? text : text.substring(0, slash)).orElseThrow(() -> noNetwork(text));
    int all = first.getAddress().length * 8;
    return new Cidr(first, slash < 0 ? all : bits(text, slash, all));
  }

  public static List<Cidr> parseAll(List<String> texts) {
    return texts.stream().map(Cidr::parse).toList();
  }

  /// Parses a literal address; never resolves names.
  public static Optional<InetAddress> literal(String text) {
    try {
      return Optional.of(InetAddress.ofLiteral(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  public static boolean anyContains(List<Cidr> networks, InetAddress address) {
    return networks.stream().anyMatch(network -> network.contains(address));
  }

  public boolean contains(InetAddress address) {
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

  private static int bits(String text, int slash, int all) {
    try {
      int bits = Integer.parseInt(text.substring(slash + 1));
      if (bits >= 0 && bits <= all) {
        return bits;
      }
    } catch (NumberFormatException e) {
      throw noNetwork(text);
    }
    throw noNetwork(text);
  }

  private static IllegalArgumentException noNetwork(String text) {
    return new IllegalArgumentException(
        "network: \"%s\" (expected: an address, or address/bits)".formatted(text));
  }
}
