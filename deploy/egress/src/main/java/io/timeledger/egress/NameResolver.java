package io.timeledger.egress;

import java.net.InetAddress;
import java.net.UnknownHostException;

/// Resolves names to addresses.
@FunctionalInterface
public interface NameResolver {

  /// @return all addresses of the name, at least one
  /// @throws UnknownHostException when there are none
  InetAddress[] resolve(String host) throws UnknownHostException;

  /// The operating system's resolver.
  static NameResolver system() {
    return InetAddress::getAllByName;
  }
}
