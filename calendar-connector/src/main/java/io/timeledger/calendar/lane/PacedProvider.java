package io.timeledger.calendar.lane;

import io.timeledger.calendar.provider.Access;
import io.timeledger.calendar.provider.CalendarListing;
import io.timeledger.calendar.provider.CalendarOwner;
import io.timeledger.calendar.provider.CalendarProvider;
import io.timeledger.calendar.provider.CalendarRef;
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

/// Keeps the pace of calls to a provider, and makes none while the provider fails. A call that
/// would have to wait for long ends as throttled.
///
/// Thread-safe.
public final class PacedProvider implements CalendarProvider {
  private static final Logger log = LoggerFactory.getLogger(PacedProvider.class);

  private final Provider name;
  private final CalendarProvider provider;
  private final CallPace pace;
  private final Optional<CircuitBreaker> breaker;
  private final InstantSource clock;
  private final Rest rest;

  /// Waits.
  @FunctionalInterface
  interface Rest {
    void wait(Duration time) throws InterruptedException;
  }

  /// @param pace per account, or per server of ICS files
  /// @param breaker empty if its calls go to servers that have nothing to do with each other
  PacedProvider(
      Provider name,
      CalendarProvider provider,
      CallPace pace,
      Optional<CircuitBreaker> breaker,
      InstantSource clock,
      Rest rest) {
    this.name = name;
    this.provider = provider;
    this.pace = pace;
    this.breaker = breaker;
    this.clock = clock;
    this.rest = rest;
  }

  /// The provider with the pace that it allows.
  ///
  /// @param hostPause between two requests to the same server of ICS files
  public static PacedProvider of(
      Provider name, CalendarProvider provider, Duration hostPause, InstantSource clock) {
    Optional<CircuitBreaker> breaker =
        name == Provider.ICS ? Optional.empty() : Optional.of(new CircuitBreaker());
    return new PacedProvider(
        name, provider, CallPace.of(name, hostPause), breaker, clock, Thread::sleep);
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
    await(CallPace.key(access));
    try {
      T result = call.make();
      ended(false);
      return result;
    } catch (ProviderException e) {
      ended(isOutage(e.fault()));
      throw e;
    }
  }

  private void await(String key) throws ProviderException {
    Instant now = clock.instant();
    Optional<Duration> wait = pace.take(key, now);
    if (wait.isEmpty()) {
      throw throttled(FaultReason.SERVER_BUSY, pace.line(key, now));
    }
    if (wait.get().isPositive()) {
      try {
        rest.wait(wait.get());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw throttled(FaultReason.SERVER_BUSY, wait.get());
      }
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
    return fault instanceof ProviderFault.Transient || fault instanceof ProviderFault.Throttled;
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
