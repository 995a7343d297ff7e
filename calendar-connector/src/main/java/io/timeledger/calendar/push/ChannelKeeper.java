package io.timeledger.calendar.push;

import io.timeledger.calendar.provider.Access;
import io.timeledger.calendar.provider.ProviderException;
import io.timeledger.calendar.provider.ProviderFault;
import io.timeledger.calendar.provider.PushProvider;
import io.timeledger.calendar.push.CalendarChannels.Watch;
import io.timeledger.calendar.round.ChannelWork;
import io.timeledger.calendar.round.DueWork.DueChannels;
import io.timeledger.calendar.round.LaneLease;
import io.timeledger.calendar.round.PollIntervals;
import io.timeledger.schemas.calendar.PushRoute;
import io.timeledger.schemas.resource.Connection;
import io.timeledger.schemas.resource.Provider;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Opens, renews and closes the push channels of calendars. Push is a hint: a calendar without a
/// channel is polled more often. A crash between a call and its record leaves a channel that
/// nobody closes; it reports until it expires, which does no harm.
public final class ChannelKeeper implements ChannelWork {
  private static final Logger log = LoggerFactory.getLogger(ChannelKeeper.class);
  private static final Duration TRY_AGAIN = Duration.ofMinutes(15);

  /// Some calendars can never be watched, such as those of holidays.
  private static final Duration TRY_AGAIN_LATER = Duration.ofDays(1);

  private static final int ID_BYTES = 16;

  private final Map<Provider, PushProvider> providers;
  private final ChannelAddresses addresses;
  private final ChannelStore store;
  private final PollIntervals poll;
  private final InstantSource clock;
  private final RandomGenerator random;

  /// @param random for ids and jitter
  public ChannelKeeper(
      Map<Provider, PushProvider> providers,
      ChannelAddresses addresses,
      ChannelStore store,
      PollIntervals poll,
      InstantSource clock,
      RandomGenerator random) {
    this.providers = Map.copyOf(providers);
    this.addresses = addresses;
    this.store = store;
    this.poll = poll;
    this.clock = clock;
    this.random = random;
  }

  @Override
  public boolean isDone(LaneLease lease, DueChannels due, Access access) throws ProviderException {
    PushProvider provider = providers.get(due.connection().provider());
    if (provider == null) {
      store.end(lease, due, null, null);
      return true;
    }
    CalendarChannels channels = new CalendarChannels(lease, due, watch(due), store, clock, random);
    boolean before = channels.isWatched();
    try {
      channels.keep(provider, access);
    } catch (ProviderException e) {
      if (isOfTheLane(e.fault())) {
        throw e;
      }
      failed(lease, due, channels, e.fault());
      return false;
    }
    // Nobody reported changes before.
    Instant readBy = before || !channels.isWatched() ? null : channels.now();
    store.end(lease, due, channels.nextAt(), readBy);
    return true;
  }

  private Optional<Watch> watch(DueChannels due) {
    Connection connection = due.connection();
    return addresses.providers().contains(connection.provider())
        ? Optional.ofNullable(due.ref())
            .map(
                ref ->
                    new Watch(
                        ref,
                        addresses.request(
                            new PushRoute(
                                connection.provider(), connection.workspaceId(), due.calendarId()),
                            newId())))
        : Optional.empty();
  }

  private void failed(
      LaneLease lease, DueChannels due, CalendarChannels channels, ProviderFault fault) {
    Provider provider = due.connection().provider();
    log.warn(
        "event=channel_failed calendar={} provider={} reason={}",
        due.calendarId(),
        provider,
        fault.reason().code());
    Instant now = channels.now();
    boolean polled = due.ref() != null && !channels.isWatched();
    store.end(lease, due, now.plus(pause(fault)), polled ? now.plus(poll.of(provider)) : null);
  }

  private static boolean isOfTheLane(ProviderFault fault) {
    return fault instanceof ProviderFault.AuthLost || fault instanceof ProviderFault.Throttled;
  }

  private static Duration pause(ProviderFault fault) {
    return switch (fault) {
      case ProviderFault.Permanent _, ProviderFault.ConsentMissing _, ProviderFault.Rejected _ ->
          TRY_AGAIN_LATER;
      case ProviderFault.Transient _,
          ProviderFault.CursorGone _,
          ProviderFault.Throttled _,
          ProviderFault.AuthLost _ ->
          TRY_AGAIN;
    };
  }

  private String newId() {
    byte[] bytes = new byte[ID_BYTES];
    random.nextBytes(bytes);
    return "ch_" + HexFormat.of().formatHex(bytes);
  }
}
