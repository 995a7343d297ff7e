package io.timeledger.calendar.lane;

import io.timeledger.calendar.provider.Access;
import io.timeledger.calendar.provider.CalendarListing;
import io.timeledger.calendar.provider.CalendarOwner;
import io.timeledger.calendar.provider.CalendarProvider;
import io.timeledger.calendar.provider.CalendarRef;
import io.timeledger.calendar.provider.EventCursor;
import io.timeledger.calendar.provider.EventPage;
import io.timeledger.calendar.provider.PagePlace;
import io.timeledger.calendar.provider.ProviderException;
import io.timeledger.calendar.provider.Window;
import io.timeledger.runtime.SpanScope;
import io.timeledger.runtime.Tracing;
import io.timeledger.schemas.resource.Provider;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Traces each call to a provider as a span. Spans omit addresses, which are secrets.
public final class TracedProvider implements CalendarProvider {
  private final Provider name;
  private final CalendarProvider provider;
  private final Tracing tracing;

  public TracedProvider(Provider name, CalendarProvider provider, Tracing tracing) {
    this.name = name;
    this.provider = provider;
    this.tracing = tracing;
  }

  @Override
  public int queryVersion() {
    return provider.queryVersion();
  }

  @Override
  public List<CalendarListing> calendars(Access access) throws ProviderException {
    return traced("calendars", () -> provider.calendars(access));
  }

  @Override
  public EventPage full(Access access, CalendarRef calendar, Window window, CalendarOwner owner)
      throws ProviderException {
    return traced("full", () -> provider.full(access, calendar, window, owner));
  }

  @Override
  public EventPage more(
      Access access, CalendarRef calendar, Window window, CalendarOwner owner, PagePlace place)
      throws ProviderException {
    return traced("more", () -> provider.more(access, calendar, window, owner, place));
  }

  @Override
  public EventPage next(
      Access access, CalendarRef calendar, Window window, CalendarOwner owner, EventCursor cursor)
      throws ProviderException {
    return traced("next", () -> provider.next(access, calendar, window, owner, cursor));
  }

  @Override
  public boolean serves(EventCursor cursor, Window window) {
    return provider.serves(cursor, window);
  }

  @Override
  public EventPage days(Access access, CalendarRef calendar, Window days, CalendarOwner owner)
      throws ProviderException {
    return traced("days", () -> provider.days(access, calendar, days, owner));
  }

  private <T> T traced(String what, ProviderCall<T> call) throws ProviderException {
    try (SpanScope span = tracing.calling("read calendar", Optional.empty())) {
      span.with("timeledger.provider", name.name().toLowerCase(Locale.ROOT))
          .with("timeledger.call", what);
      try {
        return call.make();
      } catch (ProviderException e) {
        span.with("timeledger.fault", e.fault().reason().code()).failed();
        throw e;
      }
    }
  }

  @FunctionalInterface
  private interface ProviderCall<T> {
    T make() throws ProviderException;
  }
}
