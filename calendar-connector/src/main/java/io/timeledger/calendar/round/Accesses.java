package io.timeledger.calendar.round;

import io.timeledger.calendar.provider.Access;
import io.timeledger.calendar.provider.ProviderException;
import java.util.Optional;

/// The credentials of connections.
///
/// All methods throw [LostLeaseException] if another holder has the lane.
public interface Accesses {

  /// Exchanges a new ticket, and refreshes an access token that is about to expire. New tokens are
  /// stored before they are returned.
  ///
  /// @throws ProviderException if there is no usable credential
  /// @throws LaneMovedException if the connection now belongs to the lane of its account
  Access open(LaneLease lease, DueWork due) throws ProviderException;

  /// Another access after the provider refused the last one; empty if there can be none.
  default Optional<Access> renewed(LaneLease lease, DueWork due) throws ProviderException {
    return Optional.empty();
  }
}
