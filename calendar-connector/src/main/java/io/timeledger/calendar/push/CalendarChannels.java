package io.timeledger.calendar.push;

import io.timeledger.calendar.provider.Access;
import io.timeledger.calendar.provider.CalendarRef;
import io.timeledger.calendar.provider.ChannelRequest;
import io.timeledger.calendar.provider.OpenChannel;
import io.timeledger.calendar.provider.ProviderException;
import io.timeledger.calendar.provider.PushProvider;
import io.timeledger.calendar.round.DueWork.DueChannels;
import io.timeledger.calendar.round.LaneLease;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes the steps of the [ChannelPlan] of one calendar.
final class CalendarChannels {
  private static final Logger log = LoggerFactory.getLogger(CalendarChannels.class);

  /// A channel that is granted for so short a time would be renewed all the time.
  private static final Duration SHORTEST_PAUSE = Duration.ofMinutes(1);

  /// A second channel is opened, then the old one is closed.
  private static final int PASSES = 3;

  private final LaneLease lease;
  private final DueChannels due;
  private final Optional<Watch> watch;
  private final ChannelStore store;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final Instant begun;

  /// What to watch.
  record Watch(CalendarRef ref, ChannelRequest request) {}

  /// @param watch empty if the calendar is not to be watched
  /// @param random for jitter
  CalendarChannels(
      LaneLease lease,
      DueChannels due,
      Optional<Watch> watch,
      ChannelStore store,
      InstantSource clock,
      RandomGenerator random) {
    this.lease = lease;
    this.due = due;
    this.watch = watch;
    this.store = store;
    this.clock = clock;
    this.random = random;
    this.begun = clock.instant();
  }

  void keep(PushProvider provider, Access access) throws ProviderException {
    for (int pass = 0; pass < PASSES; pass++) {
      for (ChannelStep step :
          ChannelPlan.steps(watch.isPresent(), provider.prolongs(), held(), now())) {
        take(step, provider, access);
      }
    }
  }

  /// Whether the provider reports changes.
  boolean isWatched() {
    Instant now = now();
    return held().stream().anyMatch(channel -> !channel.isExpired(now));
  }

  /// When the channels are due next; null for never.
  @Nullable Instant nextAt() {
    Instant soonest = now().plus(SHORTEST_PAUSE);
    return held().stream()
        .map(HeldChannel::renewAt)
        .min(Comparator.naturalOrder())
        .map(next -> next.isBefore(soonest) ? soonest : next)
        .orElse(null);
  }

  /// By the database's clock, which all instances share.
  Instant now() {
    return due.now().plus(Duration.between(begun, clock.instant()));
  }

  private void take(ChannelStep step, PushProvider provider, Access access)
      throws ProviderException {
    switch (step) {
      case ChannelStep.Open _ -> open(provider, access);
      case ChannelStep.Prolong(OpenChannel channel) -> prolong(channel, provider, access);
      case ChannelStep.Close(OpenChannel channel) -> {
        provider.close(access, channel);
        store.remove(lease, due, channel.id());
      }
      case ChannelStep.Forget(OpenChannel channel) -> store.remove(lease, due, channel.id());
    }
  }

  private void open(PushProvider provider, Access access) throws ProviderException {
    if (watch.isPresent()) {
      Watch wanted = watch.get();
      put(provider.open(access, wanted.ref(), wanted.request(), now()));
    }
  }

  private void prolong(OpenChannel channel, PushProvider provider, Access access)
      throws ProviderException {
    Optional<Instant> end = provider.prolong(access, channel, now());
    if (end.isPresent()) {
      put(new OpenChannel(channel.id(), channel.resourceRef(), end.get()));
    } else {
      store.remove(lease, due, channel.id());
    }
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
}
