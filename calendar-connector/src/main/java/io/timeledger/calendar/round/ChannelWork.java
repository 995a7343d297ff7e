package io.timeledger.calendar.round;

import io.timeledger.calendar.provider.Access;
import io.timeledger.calendar.provider.ProviderException;
import io.timeledger.calendar.round.DueWork.DueChannels;

/// Keeps the push channels of a calendar as they should be.
@FunctionalInterface
public interface ChannelWork {

  /// @return false if it is tried again later, while the calendar is polled
  /// @throws ProviderException only if the access was refused, or the provider throttles
  boolean isDone(LaneLease lease, DueChannels due, Access access) throws ProviderException;
}
