package io.timeledger.calendar.push;

import io.timeledger.calendar.round.DueWork.DueChannels;
import io.timeledger.calendar.round.LaneLease;
import io.timeledger.schemas.id.CalendarId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Channels in memory.
final class KnownChannels implements ChannelStore {
  private final Map<String, HeldChannel> channels = new TreeMap<>();
  private @Nullable Instant nextAt;
  private @Nullable Instant readBy;

  @Nullable Instant nextAt() {
    return nextAt;
  }

  @Nullable Instant readBy() {
    return readBy;
  }

  int count() {
    return channels.size();
  }

  /// The channels are to be renewed.
  void renew(Instant now) {
    channels.replaceAll((_, held) -> new HeldChannel(held.channel(), now));
    nextAt = now;
  }

  @Override
  public List<HeldChannel> of(CalendarId calendar) {
    return List.copyOf(channels.values());
  }

  @Override
  public void put(LaneLease lease, DueChannels due, HeldChannel channel) {
    channels.put(channel.channel().id(), channel);
  }

  @Override
  public void remove(LaneLease lease, DueChannels due, String channelId) {
    channels.remove(channelId);
  }

  @Override
  public void end(
      LaneLease lease, DueChannels due, @Nullable Instant next, @Nullable Instant latest) {
    nextAt = next;
    readBy = latest;
  }
}
