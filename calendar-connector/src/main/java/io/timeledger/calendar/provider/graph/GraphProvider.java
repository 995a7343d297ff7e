package io.timeledger.calendar.provider.graph;

import io.timeledger.calendar.provider.Access;
import io.timeledger.calendar.provider.CalendarListing;
import io.timeledger.calendar.provider.CalendarOwner;
import io.timeledger.calendar.provider.CalendarProvider;
import io.timeledger.calendar.provider.CalendarRef;
import io.timeledger.calendar.provider.EventCursor;
import io.timeledger.calendar.provider.EventPage;
import io.timeledger.calendar.provider.EventPage.Coverage;
import io.timeledger.calendar.provider.FaultReason;
import io.timeledger.calendar.provider.PagePlace;
import io.timeledger.calendar.provider.ProviderException;
import io.timeledger.calendar.provider.ProviderFault;
import io.timeledger.calendar.provider.Window;
import io.timeledger.calendar.provider.rest.JsonAnswer;
import io.timeledger.calendar.provider.rest.JsonApi;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;

/// Reads calendars of Microsoft 365 and Outlook.com. An incremental round continues at the delta
/// link of the last one. Thread-safe.
public final class GraphProvider implements CalendarProvider {
  private static final int QUERY_VERSION = 2;

  private final GraphRequests requests;
  private final InstantSource clock;

  public GraphProvider(JsonApi api, InstantSource clock) {
    this.requests = new GraphRequests(api);
    this.clock = clock;
  }

  @Override
  public int queryVersion() {
    return QUERY_VERSION;
  }

  @Override
  public List<CalendarListing> calendars(Access access) throws ProviderException {
    return new CalendarPages(requests, access).read();
  }

  @Override
  public EventPage full(Access access, CalendarRef calendar, Window window, CalendarOwner owner)
      throws ProviderException {
    DeltaPage page = page(requests.page(access, requests.delta(calendar, window)));
    return reader(access, calendar, window, owner, Coverage.FULL, SeriesSoFar.NONE).read(page);
  }

  @Override
  public EventPage more(
      Access access, CalendarRef calendar, Window window, CalendarOwner owner, PagePlace place)
      throws ProviderException {
    DeltaPlace at = DeltaPlace.of(place);
    DeltaPage page = linked(access, requests.trusted(at.link()));
    return reader(access, calendar, window, owner, at.coverage(), at.series()).read(page);
  }

  @Override
  public EventPage next(
      Access access, CalendarRef calendar, Window window, CalendarOwner owner, EventCursor cursor)
      throws ProviderException {
    DeltaPage page = linked(access, address(cursor));
    return reader(access, calendar, window, owner, Coverage.CHANGES, SeriesSoFar.NONE).read(page);
  }

  // A link that is refused as malformed will be refused for ever.
  private DeltaPage linked(Access access, URI link) throws ProviderException {
    JsonAnswer answer = requests.page(access, link);
    if (answer.status() == 400) {
      throw new ProviderException(new ProviderFault.CursorGone(FaultReason.CURSOR_EXPIRED));
    }
    return page(answer);
  }

  private DeltaPage page(JsonAnswer answer) throws ProviderException {
    if (!answer.isSuccess()) {
      throw new ProviderException(GraphFault.ofCalendar(answer));
    }
    DeltaPage page = DeltaPage.of(answer.body());
    // A link to another origin fails the round that it came with, not a later one.
    requests.trusted(page.link());
    return page;
  }

  private DeltaReader reader(
      Access access,
      CalendarRef calendar,
      Window window,
      CalendarOwner owner,
      Coverage coverage,
      SeriesSoFar before) {
    EventLookup lookup = new CalendarEvents(requests, access, calendar, window);
    return new DeltaReader(coverage, window, owner, new BoundedLookup(lookup, clock), before);
  }

  // The operator may have configured another origin since the cursor was stored.
  private URI address(EventCursor cursor) throws ProviderException {
    try {
      return requests.trusted(cursor.value());
    } catch (ProviderException e) {
      throw new ProviderException(new ProviderFault.CursorGone(FaultReason.CURSOR_EXPIRED));
    }
  }
}
