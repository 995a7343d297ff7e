package io.timeledger.twin.control;

import io.timeledger.twin.fault.FaultPlan;
import io.timeledger.twin.graph.GraphSubscriptions;
import io.timeledger.twin.http.Call;
import io.timeledger.twin.http.CallHandler;
import io.timeledger.twin.http.HttpAnswer;
import io.timeledger.twin.http.Routes;
import io.timeledger.twin.http.Trees;
import io.timeledger.twin.oauth.TokenTable;
import io.timeledger.twin.push.PushSender;
import io.timeledger.twin.state.Mailbox;
import io.timeledger.twin.state.Span;
import io.timeledger.twin.state.TwinClock;
import io.timeledger.twin.state.TwinStore;
import io.timeledger.twin.traffic.CallLog;
import io.timeledger.twin.traffic.MailboxLoad;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/// The surface for tests and newcomers.
public final class ControlRoutes {
  private final TwinStore store;
  private final TokenTable tokens;
  private final TwinClock clock;
  private final FaultPlan faults;
  private final CallLog calls;
  private final MailboxLoad load;
  private final MeetingDesk desk;
  private final PushSender pushes;
  private final GraphSubscriptions subscriptions;

  public ControlRoutes(
      TwinStore store,
      TokenTable tokens,
      TwinClock clock,
      FaultPlan faults,
      CallLog calls,
      MailboxLoad load,
      MeetingDesk desk,
      PushSender pushes,
      GraphSubscriptions subscriptions) {
    this.store = store;
    this.tokens = tokens;
    this.clock = clock;
    this.faults = faults;
    this.calls = calls;
    this.load = load;
    this.desk = desk;
    this.pushes = pushes;
    this.subscriptions = subscriptions;
  }

  public void addTo(Routes routes) {
    new MeetingRoutes(desk, new NextMeeting(desk, clock)).addTo(routes);
    new FaultRoutes(faults).addTo(routes);
    new CallLogRoutes(calls, load, pushes).addTo(routes);
    routes
        .on("GET", "/control/state", this::state)
        .on("GET", "/control/clock", _ -> time())
        .on("POST", "/control/clock", this::setClock)
        .on("POST", "/control/expire-sync-tokens", this::expireSyncTokens)
        .on("POST", "/control/expire-access-tokens", does(tokens::expireAccess))
        .on("POST", "/control/revoke", does(tokens::revoke))
        .on("POST", "/control/lifecycle", this::lifecycle);
  }

  private static CallHandler does(Consumer<Selection> action) {
    return call -> {
      action.accept(Selection.of(call));
      return HttpAnswer.empty(204);
    };
  }

  /// Graph's `missed`, `subscriptionRemoved` or `reauthorizationRequired`.
  private HttpAnswer lifecycle(Call call) {
    subscriptions.tell(call.required("event"), Selection.of(call));
    return HttpAnswer.empty(204);
  }

  /// Events within `from` and `to`; by default 31 days around now.
  private HttpAnswer state(Call call) {
    Instant now = clock.instant();
    Span span =
        new Span(
            call.query().first("from").map(Instant::parse).orElse(now.minus(Duration.ofDays(31))),
            call.query().first("to").map(Instant::parse).orElse(now.plus(Duration.ofDays(31))));
    ObjectNode json = Trees.object().put("now", now.toString());
    json.set(
        "mailboxes",
        Trees.array(
            store.mailboxes().stream().filter(Selection.of(call)).toList(),
            (Mailbox mailbox) -> StateJson.of(mailbox, span)));
    return HttpAnswer.json(200, json);
  }

  private HttpAnswer setClock(Call call) {
    ObjectNode body = Selection.fields(call);
    if (body.has("now")) {
      clock.set(Instant.parse(body.path("now").asString()), body.path("frozen").asBoolean(false));
    }
    if (body.has("advance_seconds")) {
      clock.advance(Duration.ofSeconds(body.path("advance_seconds").asLong()));
    }
    return time();
  }

  private HttpAnswer time() {
    return HttpAnswer.json(200, Trees.object().put("now", clock.instant().toString()));
  }

  /// All tokens of lists so far get 410.
  private HttpAnswer expireSyncTokens(Call call) {
    String named = Selection.fields(call).path("calendar").asString("");
    store.mailboxes().stream()
        .filter(Selection.of(call))
        .flatMap(mailbox -> mailbox.calendars().stream())
        .filter(calendar -> named.isEmpty() || calendar.id().equals(named))
        .forEach(calendar -> calendar.forget());
    return HttpAnswer.empty(204);
  }
}
