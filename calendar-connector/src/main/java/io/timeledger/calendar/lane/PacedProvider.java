package io.timeledger.calendar.lane;

import io.timeledger.calendar.provider.Access;
import io.timeledger.calendar.provider.CalendarListing;
import io.timeledger.calendar.provider.CalendarOwner;
import io.timeledger.calendar.provider.CalendarProvider;
import io.timeledger.calendar.provider.CalendarRef;
import io.timeledger.calendar.provider.CallTurns;
import io.timeledger.calendar.provider.ChannelRequest;
import io.timeledger.calendar.provider.EventCursor;
import io.timeledger.calendar.provider.EventPage;
import io.timeledger.calendar.provider.FaultReason;
import io.timeledger.calendar.provider.OpenChannel;
import io.timeledger.calendar.provider.PagePlace;
import io.timeledger.calendar.provider.ProviderException;
import io.timeledger.calendar.provider.ProviderFault;
import io.timeledger.calendar.provider.PushProvider;
import io.timeledger.calendar.provider.Window;
import io.timeledger.schemas.resource.Provider;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes no calls to a provider while it fails, and waits for a turn before each.
///
/// Thread-safe.
public final class PacedProvider implements CalendarProvider {
  private static final Logger log = LoggerFactory.getLogger(PacedProvider.class);

  private final Provider name;
  private final CalendarProvider provider;
  private final CallTurns turns;
  private final Optional<CircuitBreaker> breaker;
  private final InstantSource clock;

  /// @param breaker empty if its calls go to servers that have nothing to do with each other
  PacedProvider(
      Provider name,
      CalendarProvider provider,
      CallTurns turns,
      Optional<CircuitBreaker> breaker,
      InstantSource clock) {
    this.name = name;
    this.provider = provider;
    this.turns = turns;
    this.breaker = breaker;
    this.clock = clock;
  }

  /// @param turns of calls; those of a provider that awaits one for each request itself are unpaced
  public static PacedProvider of(
      Provider name, CalendarProvider provider, CallTurns turns, InstantSource clock) {
    Optional<CircuitBreaker> breaker =
        name == Provider.ICS ? Optional.empty() : Optional.of(new CircuitBreaker());
    return new PacedProvider(name, provider, turns, breaker, clock);
  }

  @Override
  public int queryVersion() {
    return provider.queryVersion();
  }

  @Override
  public List<CalendarListing> calendars(Access access) throws ProviderException {
    return paced(access, () -> provider.calendars(access));
  }

  @Override
  public EventPage full(Access access, CalendarRef calendar, Window window, CalendarOwner owner)
      throws ProviderException {
    return paced(access, () -> provider.full(access, calendar, window, owner));
  }

  @Override
  public EventPage more(
      Access access, CalendarRef calendar, Window window, CalendarOwner owner, PagePlace place)
      throws ProviderException {
    return paced(access, () -> provider.more(access, calendar, window, owner, place));
  }

  @Override
  public EventPage next(
      Access access, CalendarRef calendar, Window window, CalendarOwner owner, EventCursor cursor)
      throws ProviderException {
    return paced(access, () -> provider.next(access, calendar, window, owner, cursor));
  }

  @Override
  public boolean serves(EventCursor cursor, Window window) {
    return provider.serves(cursor, window);
  }

  @Override
  public EventPage days(Access access, CalendarRef calendar, Window days, CalendarOwner owner)
      throws ProviderException {
    return paced(access, () -> provider.days(access, calendar, days, owner));
  }

  /// Push channels of the same provider, with the same pace.
  public PushProvider pacing(PushProvider push) {
    return new PacedPush(push);
  }

  private <T> T paced(Access access, ProviderCall<T> call) throws ProviderException {
    Optional<Duration> open = breaker.flatMap(each -> each.openFor(clock.instant()));
    if (open.isPresent()) {
      throw throttled(FaultReason.PROVIDER_DOWN, open.get());
    }
    turns.await(access);
    try {
      T result = call.make();
      ended(false);
      return result;
    } catch (ProviderException e) {
      ended(isOutage(e.fault()));
      throw e;
    }
  }

  private void ended(boolean failed) {
    if (breaker.isPresent() && breaker.get().ended(failed, clock.instant())) {
      log.warn(
          "event=provider_paused provider={} seconds={}",
          name.name().toLowerCase(Locale.ROOT),
          CircuitBreaker.PAUSE.toSeconds());
    }
  }

  private static boolean isOutage(ProviderFault fault) {
    return switch (fault) {
      case ProviderFault.Transient _ -> true;
      // A turn that was not awaited says nothing about the provider.
      case ProviderFault.Throttled throttled -> throttled.reason() != FaultReason.SERVER_BUSY;
      case ProviderFault.CursorGone _,
          ProviderFault.AuthLost _,
          ProviderFault.ConsentMissing _,
          ProviderFault.Rejected _,
          ProviderFault.Permanent _ ->
          false;
    };
  }

  private static ProviderException throttled(FaultReason reason, Duration wait) {
    return new ProviderException(new ProviderFault.Throttled(reason, wait));
  }

  @FunctionalInterface
  private interface ProviderCall<T> {
    T make() throws ProviderException;
  }

  private final class PacedPush implements PushProvider {
    private final PushProvider push;

    private PacedPush(PushProvider push) {
      this.push = push;
    }

    @Override
    public boolean prolongs() {
      return push.prolongs();
    }

    @Override
    public OpenChannel open(
        Access access, CalendarRef calendar, ChannelRequest request, Instant now)
        throws ProviderException {
      return paced(access, () -> push.open(access, calendar, request, now));
    }

    @Override
    public Optional<Instant> prolong(Access access, OpenChannel channel, Instant now)
        throws ProviderException {
      return paced(access, () -> push.prolong(access, channel, now));
    }

    @Override
    public void close(Access access, OpenChannel channel) throws ProviderException {
      paced(
          access,
          () -> {
            push.close(access, channel);
            return channel;
          });
    }
  }
}
