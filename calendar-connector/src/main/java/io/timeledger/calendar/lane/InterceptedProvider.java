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
import java.util.List;

/// A provider whose calls go through interceptors.
final class InterceptedProvider implements CalendarProvider {
  private final CalendarProvider provider;
  private final ProviderCalls calls;

  InterceptedProvider(CalendarProvider provider, ProviderCalls calls) {
    this.provider = provider;
    this.calls = calls;
  }

  @Override
  public int queryVersion() {
    return provider.queryVersion();
  }

  @Override
  public List<CalendarListing> calendars(Access access) throws ProviderException {
    return make("calendars", access, () -> provider.calendars(access));
  }

  @Override
  public EventPage full(Access access, CalendarRef calendar, Window window, CalendarOwner owner)
      throws ProviderException {
    return make("full", access, () -> provider.full(access, calendar, window, owner));
  }

  @Override
  public EventPage more(
      Access access, CalendarRef calendar, Window window, CalendarOwner owner, PagePlace place)
      throws ProviderException {
    return make("more", access, () -> provider.more(access, calendar, window, owner, place));
  }

  @Override
  public EventPage next(
      Access access, CalendarRef calendar, Window window, CalendarOwner owner, EventCursor cursor)
      throws ProviderException {
    return make("next", access, () -> provider.next(access, calendar, window, owner, cursor));
  }

  @Override
  public boolean serves(EventCursor cursor, Window window) {
    return provider.serves(cursor, window);
  }

  @Override
  public EventPage days(Access access, CalendarRef calendar, Window days, CalendarOwner owner)
      throws ProviderException {
    return make("days", access, () -> provider.days(access, calendar, days, owner));
  }

  private <T> T make(String operation, Access access, ProviderCall.Work<T> work)
      throws ProviderException {
    return calls.make("read calendar", operation, access, work);
  }
}
