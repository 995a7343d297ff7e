package io.timeledger.calendar.round;

import io.timeledger.calendar.provider.Access;
import io.timeledger.calendar.provider.ProviderException;
import io.timeledger.schemas.resource.Connection;
import io.timeledger.schemas.restricted.ConnectionSecret;

/// Unseals the credentials of connections.
public interface Accesses {

  /// @throws ProviderException if the secret cannot be unsealed or is invalid
  Access open(Connection connection, ConnectionSecret secret) throws ProviderException;
}
