package io.timeledger.calendar.provider.google;

import io.timeledger.calendar.provider.Access;
import io.timeledger.calendar.provider.CalendarListing;
import io.timeledger.calendar.provider.CalendarOwner;
import io.timeledger.calendar.provider.CalendarProvider;
import io.timeledger.calendar.provider.CalendarRef;
import io.timeledger.calendar.provider.EventCursor;
import io.timeledger.calendar.provider.EventPage;
import io.timeledger.calendar.provider.FaultReason;
import io.timeledger.calendar.provider.PagePlace;
import io.timeledger.calendar.provider.ProviderException;
import io.timeledger.calendar.provider.ProviderFault;
import io.timeledger.calendar.provider.Window;
import io.timeledger.calendar.provider.rest.JsonAnswer;
import io.timeledger.calendar.provider.rest.JsonApi;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// Reads Google calendars. Series are read as instances.
///
/// Thread-safe.
public final class GoogleProvider implements CalendarProvider {
  private static final int QUERY_VERSION = 1;

  private final JsonApi api;

  /// @param api its base ends with `/calendar/v3`
  public GoogleProvider(JsonApi api) {
    this.api = api;
  }

  @Override
  public int queryVersion() {
    return QUERY_VERSION;
  }

  @Override
  public List<CalendarListing> calendars(Access access) throws ProviderException {
    return new GoogleCalendarList(path -> get(access, path)).all();
  }

  @Override
  public EventPage full(Access access, CalendarRef calendar, Window window, CalendarOwner owner)
      throws ProviderException {
    return page(access, calendar, window, GoogleListing.full(window));
  }

  @Override
  public EventPage more(
      Access access, CalendarRef calendar, Window window, CalendarOwner owner, PagePlace place)
      throws ProviderException {
    return page(
        access, calendar, window, GoogleListing.at(place).orElseThrow(GoogleProvider::startOver));
  }

  @Override
  public EventPage next(
      Access access, CalendarRef calendar, Window window, CalendarOwner owner, EventCursor cursor)
      throws ProviderException {
    return page(
        access,
        calendar,
        window,
        GoogleListing.since(cursor).orElseThrow(GoogleProvider::startOver));
  }

  @Override
  public boolean serves(EventCursor cursor, Window window) {
    return GoogleListing.since(cursor).filter(listing -> listing.includes(window)).isPresent();
  }

  @Override
  public EventPage days(Access access, CalendarRef calendar, Window days, CalendarOwner owner)
      throws ProviderException {
    return page(access, calendar, days, GoogleListing.days(days));
  }

  private EventPage page(Access access, CalendarRef calendar, Window window, GoogleListing listing)
      throws ProviderException {
    String id = URLEncoder.encode(calendar.value(), StandardCharsets.UTF_8).replace("+", "%20");
    JsonAnswer answer = answer(access, "/calendars/" + id + "/events?" + listing.query());
    if (answer.status() == 400 && listing.continues()) {
      // A token that is refused as malformed will be refused for ever.
      throw startOver();
    }
    return GooglePageReader.page(body(answer), listing, window);
  }

  private JsonNode get(Access access, String path) throws ProviderException {
    return body(answer(access, path));
  }

  private JsonAnswer answer(Access access, String path) throws ProviderException {
    return api.get(access, api.at(path), Map.of());
  }

  private static JsonNode body(JsonAnswer answer) throws ProviderException {
    if (!answer.isSuccess()) {
      throw new ProviderException(GoogleFaults.of(answer));
    }
    if (!answer.body().isObject()) {
      throw new ProviderException(new ProviderFault.Transient(FaultReason.ANSWER_UNEXPECTED));
    }
    return answer.body();
  }

  private static ProviderException startOver() {
    return new ProviderException(new ProviderFault.CursorGone(FaultReason.CURSOR_EXPIRED));
  }
}
