package io.timeledger.calendar.push;

import io.timeledger.calendar.provider.Access;
import io.timeledger.calendar.provider.CalendarRef;
import io.timeledger.calendar.provider.OpenChannel;
import io.timeledger.calendar.provider.ProviderException;
import io.timeledger.calendar.provider.ProviderFault;
import io.timeledger.calendar.provider.PushProvider;
import io.timeledger.calendar.round.ChannelWork;
import io.timeledger.calendar.round.DueWork.DueChannels;
import io.timeledger.calendar.round.LaneLease;
import io.timeledger.calendar.round.PollIntervals;
import io.timeledger.schemas.calendar.PushRoute;
import io.timeledger.schemas.resource.Provider;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Opens, renews and closes the push channels of a calendar, as its [ChannelPlan] says. Push is a
/// hint: without a channel the calendar is polled more often.
public final class ChannelKeeper implements ChannelWork {
  private static final Logger log = LoggerFactory.getLogger(ChannelKeeper.class);
  private static final Duration TRY_AGAIN = Duration.ofMinutes(15);

  /// Some calendars can never be watched, such as those of holidays.
  private static final Duration TRY_AGAIN_LATER = Duration.ofDays(1);

  /// A channel that is granted for so short a time would be renewed all the time.
  private static final Duration SHORTEST_PAUSE = Duration.ofMinutes(1);

  /// A second channel is opened, then the old one is closed.
  private static final int PASSES = 3;

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
  public void run(LaneLease lease, DueChannels due, Access access) throws ProviderException {
    PushProvider provider = providers.get(due.connection().provider());
    if (provider == null) {
      store.end(lease, due, null, null);
      return;
    }
    Work work = new Work(lease, due, access, provider);
    boolean before = work.isWatched();
    try {
      work.keep();
      store.end(lease, due, work.nextAt(), before || !work.isWatched() ? null : work.now());
    } catch (ProviderException e) {
      if (e.fault() instanceof ProviderFault.AuthLost
          || e.fault() instanceof ProviderFault.Throttled) {
        throw e;
      }
      log.warn(
          "event=channel_failed calendar={} provider={} reason={}",
          due.calendarId(),
          due.connection().provider(),
          e.fault().reason().code());
      Instant readBy =
          due.ref() == null || work.isWatched()
              ? null
              : work.now().plus(poll.of(due.connection().provider()));
      store.end(lease, due, work.now().plus(pause(e.fault())), readBy);
    }
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

  /// One calendar.
  private final class Work {
    private final LaneLease lease;
    private final DueChannels due;
    private final Access access;
    private final PushProvider provider;
    private final Instant begun = clock.instant();
    private final @Nullable CalendarRef wanted;

    private Work(LaneLease lease, DueChannels due, Access access, PushProvider provider) {
      this.lease = lease;
      this.due = due;
      this.access = access;
      this.provider = provider;
      this.wanted = addresses.providers().contains(due.connection().provider()) ? due.ref() : null;
    }

    private void keep() throws ProviderException {
      for (int pass = 0; pass < PASSES; pass++) {
        List<ChannelStep> steps =
            ChannelPlan.steps(wanted != null, provider.prolongs(), held(), now());
        for (ChannelStep step : steps) {
          take(step);
        }
      }
    }

    private void take(ChannelStep step) throws ProviderException {
      switch (step) {
        case ChannelStep.Open _ -> open();
        case ChannelStep.Prolong(OpenChannel channel) -> {
          Optional<Instant> end = provider.prolong(access, channel, now());
          if (end.isPresent()) {
            put(new OpenChannel(channel.id(), channel.resourceRef(), end.get()));
          } else {
            store.remove(lease, due, channel.id());
          }
        }
        case ChannelStep.Close(OpenChannel channel) -> {
          provider.close(access, channel);
          store.remove(lease, due, channel.id());
        }
        case ChannelStep.Forget(OpenChannel channel) -> store.remove(lease, due, channel.id());
      }
    }

    private void open() throws ProviderException {
      CalendarRef ref = wanted;
      if (ref == null) {
        return;
      }
      PushRoute route =
          new PushRoute(
              due.connection().provider(), due.connection().workspaceId(), due.calendarId());
      put(provider.open(access, ref, addresses.request(route, newId()), now()));
    }

    private void put(OpenChannel channel) {
      store.put(lease, due, HeldChannel.granted(channel, now(), random));
      log.info(
          "event=channel_open calendar={} provider={} expires_at={}",
          due.calendarId(),
          due.connection().provider(),
          channel.expiresAt());
    }

    private List<HeldChannel> held() {
      return store.of(due.calendarId());
    }

    private boolean isWatched() {
      return held().stream().anyMatch(channel -> !channel.isExpired(now()));
    }

    private @Nullable Instant nextAt() {
      Instant soonest = now().plus(SHORTEST_PAUSE);
      return held().stream()
          .map(HeldChannel::renewAt)
          .min(Comparator.naturalOrder())
          .map(next -> next.isBefore(soonest) ? soonest : next)
          .orElse(null);
    }

    /// By the database's clock, which all instances share.
    private Instant now() {
      return due.now().plus(Duration.between(begun, clock.instant()));
    }
  }
}
