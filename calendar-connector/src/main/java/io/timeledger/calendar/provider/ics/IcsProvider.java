package io.timeledger.calendar.provider.ics;

import io.timeledger.calendar.provider.Access;
import io.timeledger.calendar.provider.CalendarListing;
import io.timeledger.calendar.provider.CalendarListing.AccessRole;
import io.timeledger.calendar.provider.CalendarOwner;
import io.timeledger.calendar.provider.CalendarProvider;
import io.timeledger.calendar.provider.CalendarRef;
import io.timeledger.calendar.provider.EventCursor;
import io.timeledger.calendar.provider.EventPage;
import io.timeledger.calendar.provider.FaultReason;
import io.timeledger.calendar.provider.PageEnd;
import io.timeledger.calendar.provider.PagePlace;
import io.timeledger.calendar.provider.ProviderException;
import io.timeledger.calendar.provider.ProviderFault;
import io.timeledger.calendar.provider.Window;
import io.timeledger.egress.HttpCaller;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads the calendar at an ICS address. There are no incremental reads: the result is the full
/// file, or that it is unchanged.
///
/// Thread-safe.
public final class IcsProvider implements CalendarProvider {
  /// The only calendar of an address.
  public static final CalendarRef CALENDAR = new CalendarRef("ics");

  private static final int QUERY_VERSION = 1;

  private final IcsFetcher fetcher;

  public IcsProvider(HttpCaller caller, InstantSource clock) {
    fetcher = new IcsFetcher(caller, clock);
  }

  @Override
  public int queryVersion() {
    return QUERY_VERSION;
  }

  /// Makes no request: name and zone come with the first page.
  @Override
  public List<CalendarListing> calendars(Access access) {
    return List.of(listing(null, null));
  }

  @Override
  public EventPage full(Access access, CalendarRef calendar, Window window, CalendarOwner owner)
      throws ProviderException {
    return read(access, Validators.NONE, window, owner);
  }

  /// Always throws, because a file is one page.
  @Override
  public EventPage more(
      Access access, CalendarRef calendar, Window window, CalendarOwner owner, PagePlace place)
      throws ProviderException {
    throw new ProviderException(new ProviderFault.CursorGone(FaultReason.ANSWER_UNEXPECTED));
  }

  @Override
  public EventPage next(
      Access access, CalendarRef calendar, Window window, CalendarOwner owner, EventCursor cursor)
      throws ProviderException {
    return read(access, Validators.of(cursor), window, owner);
  }

  private EventPage read(Access access, Validators known, Window window, CalendarOwner owner)
      throws ProviderException {
    FetchedFile file =
        switch (access) {
          case Access.IcsAddress address -> fetcher.fetch(address.url(), known);
          case Access.OAuthToken _ -> throw new IllegalArgumentException("a grant, for a file");
        };
    return switch (file) {
      case FetchedFile.Same same -> EventPage.unchanged(same.validators().cursor());
      case FetchedFile.Changed changed ->
          page(IcsParser.parse(changed.text(), window, owner), changed.validators());
    };
  }

  private static EventPage page(IcsContent content, Validators validators) {
    return new EventPage(
        EventPage.Coverage.FULL,
        content.events(),
        List.of(),
        content.unreadable(),
        content.unreadableCount(),
        listing(content.name(), content.zone()),
        content.pollAfter(),
        new PageEnd.End(validators.cursor()));
  }

  private static CalendarListing listing(@Nullable String name, @Nullable ZoneId zone) {
    return new CalendarListing(CALENDAR, name, zone, AccessRole.READER, true);
  }
}
