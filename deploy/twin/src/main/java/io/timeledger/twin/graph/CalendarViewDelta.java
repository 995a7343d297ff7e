package io.timeledger.twin.graph;

import io.timeledger.twin.fault.PageShape;
import io.timeledger.twin.fault.Slice;
import io.timeledger.twin.http.Call;
import io.timeledger.twin.http.HttpAnswer;
import io.timeledger.twin.http.Opaque;
import io.timeledger.twin.http.RefusedException;
import io.timeledger.twin.http.Trees;
import io.timeledger.twin.state.Mailbox;
import io.timeledger.twin.state.Span;
import io.timeledger.twin.state.TwinCalendar;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/// One page of `calendarView/delta`.
final class CalendarViewDelta {
  private static final int USUAL = 50;
  private static final List<String> NOT_SUPPORTED =
      List.of("$select", "$expand", "$filter", "$orderby", "$search");

  private final GraphAccess access;
  private final Function<Call, PageShape> shapes;

  CalendarViewDelta(GraphAccess access, Function<Call, PageShape> shapes) {
    this.access = access;
    this.shapes = shapes;
  }

  HttpAnswer answer(Call call) {
    Mailbox mailbox = access.mailbox(call);
    TwinCalendar calendar = access.calendar(call);
    Preferences preferences = Preferences.of(call);
    TrackingPlace place = place(call, calendar);
    TrackedItems items = new TrackedItems(calendar, place.window());
    List<TrackedItem> all =
        place.incremental() ? items.changes(place.since(), place.at()) : items.all(place.at());
    PageShape shape = shapes.apply(call);
    Slice<TrackedItem> slice =
        shape.slice(all, place.offset(), preferences.pageSize().orElse(USUAL));
    GraphEventJson json = new GraphEventJson(mailbox, preferences);
    ObjectNode page =
        Trees.object()
            .put("@odata.context", call.origin() + "/microsoft/v1.0/$metadata#Collection(event)");
    page.set(
        "value", Trees.array(slice.items(), item -> shape.titled(json(json, item), "subject")));
    page.put(
        slice.more() ? "@odata.nextLink" : "@odata.deltaLink",
        slice.more()
            ? link(call, "$skiptoken", place.after(slice.taken()))
            : link(call, "$deltatoken", place.done()));
    return HttpAnswer.json(200, page);
  }

  private static ObjectNode json(GraphEventJson json, TrackedItem item) {
    return switch (item) {
      case TrackedItem.Whole whole -> json.of(whole.occurrence());
      case TrackedItem.Stub stub -> json.stub(stub.occurrence());
      case TrackedItem.Master master -> json.of(master.meeting());
      case TrackedItem.RemovedMeeting removed ->
          GraphEventJson.removed(json.ids().of(removed.meeting()));
      case TrackedItem.RemovedInstance removed ->
          GraphEventJson.removed(json.ids().of(removed.occurrence()));
    };
  }

  private static TrackingPlace place(Call call, TwinCalendar calendar) {
    for (String option : NOT_SUPPORTED) {
      if (call.query().first(option).isPresent()) {
        throw GraphErrors.badRequest(
            "ErrorInvalidUrlQuery", option + " is not supported with change tracking.");
      }
    }
    Optional<String> skip = call.query().first("$skiptoken");
    if (skip.isPresent()) {
      return read(skip.get(), calendar);
    }
    return call.query()
        .first("$deltatoken")
        .filter(token -> !token.isEmpty())
        .map(token -> changes(call, calendar, read(token, calendar)))
        .orElseGet(() -> full(call, calendar));
  }

  private static TrackingPlace read(String token, TwinCalendar calendar) {
    return Opaque.read(token, TrackingPlace.class)
        .filter(place -> place.calendar().equals(calendar.id()))
        .orElseThrow(
            () -> GraphErrors.badRequest("ErrorInvalidSyncStateData", "The token is not valid."));
  }

  /// Whoever is out of date is shown where to begin again.
  private static TrackingPlace changes(Call call, TwinCalendar calendar, TrackingPlace place) {
    if (!calendar.remembers(place.since())) {
      throw new RefusedException(
          GraphErrors.of(410, "syncStateNotFound", "The sync state is gone; start over.")
              .with(
                  "Location",
                  "%s%s?startDateTime=%s&endDateTime=%s&$deltatoken="
                      .formatted(call.origin(), call.path(), place.from(), place.to())));
    }
    return place.until(calendar.revision());
  }

  private static TrackingPlace full(Call call, TwinCalendar calendar) {
    Span window = GraphWindow.of(call);
    return new TrackingPlace(
        calendar.id(),
        window.from().toString(),
        window.to().toString(),
        -1,
        calendar.revision(),
        0,
        0);
  }

  private static String link(Call call, String token, TrackingPlace place) {
    return "%s%s?%s=%s".formatted(call.origin(), call.path(), token, Opaque.of(place));
  }
}
