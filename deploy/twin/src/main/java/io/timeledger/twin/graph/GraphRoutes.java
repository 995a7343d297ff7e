package io.timeledger.twin.graph;

import io.timeledger.twin.fault.PageShape;
import io.timeledger.twin.fault.Slice;
import io.timeledger.twin.http.Call;
import io.timeledger.twin.http.HttpAnswer;
import io.timeledger.twin.http.Routes;
import io.timeledger.twin.http.Trees;
import io.timeledger.twin.oauth.TokenTable;
import io.timeledger.twin.push.PushSender;
import io.timeledger.twin.state.Mailbox;
import io.timeledger.twin.state.TwinCalendar;
import io.timeledger.twin.state.TwinStore;
import io.timeledger.twin.traffic.MailboxLoad;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/// Microsoft Graph v1.0, as far as calendars go.
public final class GraphRoutes {
  private static final String ME = "/microsoft/v1.0/me";
  private static final int CALENDARS_A_PAGE = 100;

  private final GraphAccess access;
  private final Function<Call, PageShape> shapes;
  private final GraphSubscriptions subscriptions;

  public GraphRoutes(
      TokenTable tokens,
      Function<Call, PageShape> shapes,
      MailboxLoad load,
      PushSender sender,
      TwinStore store,
      InstantSource clock) {
    this.access = new GraphAccess(tokens, load);
    this.shapes = shapes;
    this.subscriptions = new GraphSubscriptions(access, sender, clock);
    store.watch(subscriptions::tell);
  }

  public GraphSubscriptions subscriptions() {
    return subscriptions;
  }

  /// Functions are called with and without parentheses.
  public void addTo(Routes routes) {
    CalendarViewDelta delta = new CalendarViewDelta(access, shapes);
    for (String function : List.of("delta", "delta()", "microsoft.graph.delta()")) {
      routes
          .on("GET", ME + "/calendarView/" + function, delta::answer)
          .on("GET", ME + "/calendar/calendarView/" + function, delta::answer)
          .on("GET", ME + "/calendars/{calendar}/calendarView/" + function, delta::answer);
    }
    routes
        .on("GET", ME, this::me)
        .on("GET", ME + "/calendars", this::calendars)
        .on("GET", ME + "/calendars/{calendar}/events/{event}", this::event)
        .on(
            "GET",
            ME + "/calendars/{calendar}/events/{event}/instances",
            new SeriesInstances(access, shapes)::answer)
        .on("GET", ME + "/events/{event}", this::eventAnywhere);
    subscriptions.addTo(routes);
  }

  private HttpAnswer me(Call call) {
    Mailbox mailbox = access.mailbox(call);
    return HttpAnswer.json(
        200,
        Trees.object()
            .put("id", mailbox.subject())
            .put("mail", mailbox.email())
            .put("userPrincipalName", mailbox.email()));
  }

  private HttpAnswer calendars(Call call) {
    Mailbox mailbox = access.mailbox(call);
    Integer offset = call.query().first("$skip").map(Integer::parseInt).orElse(0);
    Integer asked = call.query().first("$top").map(Integer::parseInt).orElse(CALENDARS_A_PAGE);
    Slice<TwinCalendar> slice =
        shapes.apply(call).slice(mailbox.calendars(), offset, Math.max(1, asked));
    ObjectNode page = Trees.object();
    page.set("value", Trees.array(slice.items(), calendar -> json(mailbox, calendar)));
    if (slice.more()) {
      page.put(
          "@odata.nextLink",
          "%s%s?$top=%d&$skip=%d"
              .formatted(call.origin(), call.path(), asked, offset + slice.taken()));
    }
    return HttpAnswer.json(200, page);
  }

  private HttpAnswer event(Call call) {
    Mailbox mailbox = access.mailbox(call);
    return answer(call, mailbox, GraphIds.find(access.calendar(call), call.variable("event")));
  }

  private HttpAnswer eventAnywhere(Call call) {
    Mailbox mailbox = access.mailbox(call);
    return answer(
        call,
        mailbox,
        mailbox.calendars().stream()
            .flatMap(calendar -> GraphIds.find(calendar, call.variable("event")).stream())
            .findFirst());
  }

  private static HttpAnswer answer(Call call, Mailbox mailbox, Optional<GraphIds.Target> target) {
    GraphEventJson json = new GraphEventJson(mailbox, Preferences.of(call));
    return HttpAnswer.json(
        200, SelectedFields.of(call, json.of(target.orElseThrow(GraphErrors::notFound))));
  }

  private static ObjectNode json(Mailbox mailbox, TwinCalendar calendar) {
    ObjectNode json =
        Trees.object()
            .put("id", calendar.id())
            .put("name", calendar.name())
            .put("isDefaultCalendar", calendar.primary())
            .put("canEdit", canEdit(calendar))
            .put("canViewPrivateItems", calendar.role() == TwinCalendar.AccessRole.OWNER)
            .put("color", "auto");
    json.set("owner", Trees.object().put("name", mailbox.email()).put("address", mailbox.email()));
    return json;
  }

  private static boolean canEdit(TwinCalendar calendar) {
    return switch (calendar.role()) {
      case OWNER, WRITER -> true;
      case READER, FREE_BUSY_READER -> false;
    };
  }
}
