package io.timeledger.calendar.round;

import io.timeledger.calendar.provider.Access;
import io.timeledger.calendar.provider.ProviderException;
import io.timeledger.schemas.resource.Connection;
import io.timeledger.schemas.restricted.ConnectionSecret;

/// Opens what opens calendars.
public interface Accesses {

  /// @throws ProviderException when it opens nothing
  Access open(Connection connection, ConnectionSecret secret) throws ProviderException;
}
