package io.timeledger.egress;

import java.net.UnknownHostException;

/// The name leads to an address that may not be dialled. Says nothing about which: what the
/// caller logs must not become a map of the inside.
final class BlockedAddressException extends UnknownHostException {
  private static final long serialVersionUID = 1;

  BlockedAddressException() {
    super("the address may not be called");
  }
}
