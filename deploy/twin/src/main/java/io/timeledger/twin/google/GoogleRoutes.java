package io.timeledger.twin.google;

import io.timeledger.twin.fault.PageShape;
import io.timeledger.twin.fault.Slice;
import io.timeledger.twin.http.Call;
import io.timeledger.twin.http.HttpAnswer;
import io.timeledger.twin.http.Opaque;
import io.timeledger.twin.http.Routes;
import io.timeledger.twin.http.Trees;
import io.timeledger.twin.oauth.TokenTable;
import io.timeledger.twin.push.PushSender;
import io.timeledger.twin.state.Mailbox;
import io.timeledger.twin.state.Meeting;
import io.timeledger.twin.state.Occurrences;
import io.timeledger.twin.state.TwinCalendar;
import io.timeledger.twin.state.TwinStore;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/// Google Calendar API v3.
public final class GoogleRoutes {
  private static final String V3 = "/google/calendar/v3";
  private static final int CALENDARS_A_PAGE = 100;

  private record CalendarPlace(int offset) {}

  private final GoogleAccess access;
  private final GoogleChannels channels;
  private final Function<Call, PageShape> shapes;

  public GoogleRoutes(
      TokenTable tokens,
      Function<Call, PageShape> shapes,
      PushSender sender,
      TwinStore store,
      InstantSource clock) {
    this.access = new GoogleAccess(tokens);
    this.channels = new GoogleChannels(access, sender, clock);
    store.watch(channels::tell);
    this.shapes = shapes;
  }

  public void addTo(Routes routes) {
    routes
        .on("GET", V3 + "/users/me/calendarList", this::calendars)
        .on("GET", V3 + "/calendars/{calendar}/events", new EventsList(access, shapes)::answer)
        .on("GET", V3 + "/calendars/{calendar}/events/{event}", this::event)
        .on("POST", V3 + "/calendars/{calendar}/events/watch", channels::watch)
        .on("POST", V3 + "/channels/stop", channels::stop);
  }

  private HttpAnswer calendars(Call call) {
    if (call.query().first("syncToken").isPresent()) {
      throw GoogleErrors.badRequest("The twin has no sync tokens for lists of calendars.");
    }
    List<TwinCalendar> calendars =
        access.mailbox(call, GoogleAccess.Area.CALENDAR_LIST).calendars();
    Integer offset =
        call.query()
            .first("pageToken")
            .map(
                token ->
                    Opaque.read(token, CalendarPlace.class)
                        .orElseThrow(() -> GoogleErrors.invalid("pageToken"))
                        .offset())
            .orElse(0);
    Slice<TwinCalendar> slice = shapes.apply(call).slice(calendars, offset, CALENDARS_A_PAGE);
    ObjectNode page = Trees.object().put("kind", "calendar#calendarList").put("etag", "\"1\"");
    page.set("items", Trees.array(slice.items(), CalendarListJson::of));
    if (slice.more()) {
      page.put("nextPageToken", Opaque.of(new CalendarPlace(offset + slice.taken())));
    }
    return HttpAnswer.json(200, PartialResponse.of(call, page));
  }

  private HttpAnswer event(Call call) {
    Mailbox mailbox = access.mailbox(call, GoogleAccess.Area.EVENTS);
    TwinCalendar calendar = access.calendar(call);
    EventJson json = new EventJson(mailbox, calendar);
    InstanceId id = InstanceId.parse(call.variable("event"));
    Optional<Meeting> found = calendar.find(id.meeting());
    if (id.instance()) {
      return found
          .flatMap(meeting -> Occurrences.find(meeting, id.originalStart()))
          .map(instance -> HttpAnswer.json(200, PartialResponse.of(call, json.of(instance))))
          .orElseThrow(GoogleErrors::notFound);
    }
    return found
        .map(meeting -> HttpAnswer.json(200, PartialResponse.of(call, json.of(meeting))))
        .or(() -> deleted(calendar, json, id))
        .orElseThrow(GoogleErrors::notFound);
  }

  /// A deleted event can still be asked for.
  private static Optional<HttpAnswer> deleted(
      TwinCalendar calendar, EventJson json, InstanceId id) {
    return calendar
        .findDeleted(id.meeting(), calendar.revision())
        .map(
            _ ->
                HttpAnswer.json(
                    200, json.of(new ListedEvent.Gone(id.meeting(), Optional.empty()))));
  }
}
