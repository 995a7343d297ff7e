package io.timeledger.webhooks.egress;

import java.net.InetAddress;
import java.net.UnknownHostException;

/// From names to addresses.
@FunctionalInterface
public interface Resolver {

  /// @return all addresses of the name, at least one
  /// @throws UnknownHostException when there are none
  InetAddress[] resolve(String host) throws UnknownHostException;

  /// The one of the machine.
  static Resolver system() {
    return InetAddress::getAllByName;
  }
}
