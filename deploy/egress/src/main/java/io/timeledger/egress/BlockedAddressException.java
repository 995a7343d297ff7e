package io.timeledger.egress;

import java.net.UnknownHostException;

/// The name resolves to a blocked address. The message does not contain it: callers' logs must not
/// map the internal network.
final class BlockedAddressException extends UnknownHostException {
  private static final long serialVersionUID = 1;

  BlockedAddressException() {
    super("the address may not be called");
  }
}
