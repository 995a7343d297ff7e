package io.timeledger.calendar.provider;

import java.time.Instant;
import java.util.Optional;

/// Opens, prolongs and closes push channels of one kind of provider. A provider reports through a
/// channel that a calendar changed, not what. Implementations are stateless and never retry.
public interface PushProvider {
  /// Whether a channel can be prolonged. If not, a second channel takes its place.
  boolean prolongs();

  OpenChannel open(Access access, CalendarRef calendar, ChannelRequest request, Instant now)
      throws ProviderException;

  /// @return when the channel ends now; empty if the provider no longer has it
  Optional<Instant> prolong(Access access, OpenChannel channel, Instant now)
      throws ProviderException;

  /// Also succeeds if the provider no longer has the channel.
  void close(Access access, OpenChannel channel) throws ProviderException;
}
