package io.timeledger.calendar.push;

import io.timeledger.calendar.round.DueWork.DueChannels;
import io.timeledger.calendar.round.LaneLease;
import io.timeledger.schemas.id.CalendarId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The known push channels. Each write is one transaction that prolongs the lease, and throws
/// [io.timeledger.calendar.round.LostLeaseException] if another holder has the lane.
public interface ChannelStore {

  List<HeldChannel> of(CalendarId calendar);

  /// Stores a channel that was opened or prolonged.
  void put(LaneLease lease, DueChannels due, HeldChannel channel);

  void remove(LaneLease lease, DueChannels due, String channelId);

  /// Ends the work.
  ///
  /// @param nextAt when the channels are looked at again; null for never
  /// @param readBy when the calendar is due at the latest; null leaves it
  void end(LaneLease lease, DueChannels due, @Nullable Instant nextAt, @Nullable Instant readBy);
}
