package io.timeledger.calendar.provider.graph;

import io.timeledger.calendar.provider.Access;
import io.timeledger.calendar.provider.CalendarRef;
import io.timeledger.calendar.provider.ProviderException;
import io.timeledger.calendar.provider.UnreadableItemException;
import io.timeledger.calendar.provider.Window;
import io.timeledger.calendar.provider.rest.JsonAnswer;
import io.timeledger.calendar.provider.rest.JsonApi;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Requests to Microsoft Graph, one at a time.
record GraphRequests(JsonApi api) {
  // All preferences in one header: a second one may replace the first.
  private static final Map<String, String> HEADERS =
      Map.of("Prefer", "IdType=\"ImmutableId\", outlook.timezone=\"UTC\", odata.maxpagesize=100");
  // Without the body, which may be long and is never read.
  private static final String FIELDS =
      "$select=id,type,seriesMasterId,iCalUId,subject,start,end,isAllDay,isCancelled,isOrganizer,"
          + "showAs,sensitivity,responseStatus,originalStart,originalStartTimeZone,organizer,attendees";

  /// Added before and after the window: the zone of the mailbox, by which Graph places all-day
  /// events, may differ from the member's. The reader drops events outside the window.
  private static final Duration MARGIN = Duration.ofDays(1);

  URI calendars() {
    return api.at("/me/calendars?$top=100");
  }

  URI delta(CalendarRef calendar, Window window) {
    return api.at(path(calendar) + "/calendarView/delta?" + range(window));
  }

  URI event(CalendarRef calendar, String ref) {
    return api.at(path(calendar) + "/events/" + escaped(ref) + "?" + FIELDS);
  }

  URI instances(CalendarRef calendar, String seriesRef, Window window) {
    String series = path(calendar) + "/events/" + escaped(seriesRef);
    return api.at(series + "/instances?" + range(window) + "&" + FIELDS);
  }

  URI subscriptions() {
    return api.at("/subscriptions");
  }

  URI subscription(String id) {
    return api.at("/subscriptions/" + escaped(id));
  }

  /// What a subscription watches, relative to the API.
  String watched(CalendarRef calendar) {
    return path(calendar).substring(1) + "/events";
  }

  /// A link of a response.
  URI trusted(String link) throws ProviderException {
    return api.trusted(link);
  }

  /// A page of the account's list of calendars.
  JsonNode listed(Access access, URI address) throws ProviderException {
    JsonAnswer answer = api.get(access, address, HEADERS);
    if (!answer.isSuccess()) {
      throw new ProviderException(GraphFault.of(answer));
    }
    return answer.body();
  }

  /// A page of a calendar's events.
  JsonAnswer page(Access access, URI address) throws ProviderException {
    return api.get(access, address, HEADERS);
  }

  /// @param body null sends none
  JsonAnswer send(String method, Access access, URI address, @Nullable JsonNode body)
      throws ProviderException {
    return api.call(method, access, address, HEADERS, body);
  }

  /// @param deadline of the call as a whole
  /// @return empty if it does not exist or is hidden
  /// @throws UnreadableItemException if Graph refuses its id, which it will do for ever
  Optional<JsonNode> find(Access access, URI address, Duration deadline) throws ProviderException {
    JsonAnswer answer = api.get(access, address, HEADERS, deadline);
    return switch (answer.status()) {
      case 400 -> throw new UnreadableItemException("lookup_refused");
      case 403, 404, 410 -> Optional.empty();
      default -> {
        if (!answer.isSuccess()) {
          throw new ProviderException(GraphFault.ofCalendar(answer));
        }
        yield Optional.of(answer.body());
      }
    };
  }

  // Not by `/me/events`, which does not know the events of shared calendars.
  private static String path(CalendarRef calendar) {
    return "/me/calendars/" + escaped(calendar.value());
  }

  private static String range(Window window) {
    return "startDateTime="
        + window.start().minus(MARGIN)
        + "&endDateTime="
        + window.end().plus(MARGIN);
  }

  // `=` ends many ids, and stands in a path as it is.
  private static String escaped(String id) {
    return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20").replace("%3D", "=");
  }
}
