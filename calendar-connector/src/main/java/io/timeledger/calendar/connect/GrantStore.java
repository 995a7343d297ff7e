package io.timeledger.calendar.connect;

import io.timeledger.calendar.round.LaneLease;
import io.timeledger.schemas.id.ConnectionId;
import io.timeledger.schemas.resource.Connection;
import io.timeledger.schemas.restricted.ConnectionGrant;
import java.util.Optional;

/// The sealed grants of connections.
public interface GrantStore {

  /// Whether a grant was stored, or why not.
  enum Outcome {
    STORED,
    /// Another connection of the member has the account.
    ACCOUNT_CONNECTED,
    /// The connection has another account.
    ACCOUNT_DIFFERS
  }

  Optional<ConnectionGrant> find(ConnectionId id);

  /// Stores the grant of a ticket in one transaction, which prolongs the lease.
  ///
  /// @throws LostLeaseException if another holder has the lane
  /// @throws LaneMovedException after the grant is stored, if the connection was not yet in the
  ///     lane of its account
  Outcome put(LaneLease lease, Connection connection, ConnectionGrant grant);

  /// Stores refreshed tokens in place of the version before, and then prolongs the lease. They are
  /// stored without it, too: the provider may accept the former ones no longer.
  ///
  /// @throws LostLeaseException if another holder has the lane, or the grant has ended
  void renew(LaneLease lease, ConnectionGrant grant);
}
