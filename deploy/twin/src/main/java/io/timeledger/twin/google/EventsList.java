package io.timeledger.twin.google;

import io.timeledger.twin.fault.PageShape;
import io.timeledger.twin.fault.Slice;
import io.timeledger.twin.google.ListTokens.PagePlace;
import io.timeledger.twin.google.ListTokens.Sync;
import io.timeledger.twin.http.Call;
import io.timeledger.twin.http.HttpAnswer;
import io.timeledger.twin.http.Opaque;
import io.timeledger.twin.http.Trees;
import io.timeledger.twin.state.Mailbox;
import io.timeledger.twin.state.TwinCalendar;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/// One page of `events.list`.
final class EventsList {
  private static final int USUAL = 250;
  private static final int MOST = 2_500;

  private final GoogleAccess access;
  private final Function<Call, PageShape> shapes;

  EventsList(GoogleAccess access, Function<Call, PageShape> shapes) {
    this.access = access;
    this.shapes = shapes;
  }

  HttpAnswer answer(Call call) {
    Mailbox mailbox = access.mailbox(call, GoogleAccess.Area.EVENTS);
    TwinCalendar calendar = access.calendar(call);
    PagePlace place = new ListRequest(calendar, call.query()).place();
    PageShape shape = shapes.apply(call);
    Slice<ListedEvent> slice = shape.slice(rows(calendar, place), place.offset(), maxResults(call));
    ObjectNode page = head(calendar);
    EventJson json = new EventJson(mailbox, calendar);
    page.set("items", Trees.array(slice.items(), row -> shape.titled(json.of(row), "summary")));
    if (slice.more()) {
      page.put("nextPageToken", Opaque.of(place.after(slice.taken())));
    } else if (!place.ordered()) {
      // Reported: a list in an order has no sync token.
      page.put("nextSyncToken", Opaque.of(new Sync(place.fixed(), place.at())));
    }
    return HttpAnswer.json(200, PartialResponse.of(call, page));
  }

  private static List<ListedEvent> rows(TwinCalendar calendar, PagePlace place) {
    EventTypes types = new EventTypes(place.fixed().types());
    ListedEvents rows =
        new ListedEvents(calendar, place.fixed().singleEvents(), place.fixed().span());
    List<ListedEvent> found =
        place.incremental()
            ? rows.changes(place.since(), place.at())
            : rows.all(place.at(), place.showDeleted());
    Stream<ListedEvent> ofType = found.stream().filter(types::include);
    return place.ordered()
        ? ofType.sorted(Comparator.comparing(EventsList::start)).toList()
        : ofType.toList();
  }

  private static Instant start(ListedEvent row) {
    return switch (row) {
      case ListedEvent.Instance instance -> instance.occurrence().details().start().sortKey();
      case ListedEvent.Master master -> master.meeting().details().start().sortKey();
      case ListedEvent.Gone _ -> Instant.EPOCH;
    };
  }

  private static int maxResults(Call call) {
    try {
      return Math.clamp(
          call.query().first("maxResults").map(Integer::parseInt).orElse(USUAL), 1, MOST);
    } catch (NumberFormatException e) {
      throw GoogleErrors.invalid("maxResults");
    }
  }

  private static ObjectNode head(TwinCalendar calendar) {
    return Trees.object()
        .put("kind", "calendar#events")
        .put("etag", "\"p%d\"".formatted(calendar.revision()))
        .put("summary", calendar.name())
        .put("timeZone", calendar.zone().getId())
        .put("accessRole", CalendarListJson.role(calendar));
  }
}
