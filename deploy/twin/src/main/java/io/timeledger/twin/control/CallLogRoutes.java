package io.timeledger.twin.control;

import io.timeledger.twin.http.Call;
import io.timeledger.twin.http.HttpAnswer;
import io.timeledger.twin.http.Routes;
import io.timeledger.twin.http.Trees;
import io.timeledger.twin.push.PushRecord;
import io.timeledger.twin.push.PushSender;
import io.timeledger.twin.traffic.ApiCaller;
import io.timeledger.twin.traffic.CallLog;
import io.timeledger.twin.traffic.CallRecord;
import io.timeledger.twin.traffic.MailboxLoad;
import tools.jackson.databind.node.ObjectNode;

/// What was asked: all calls, or those since a number.
final class CallLogRoutes {
  private final CallLog calls;
  private final MailboxLoad load;
  private final PushSender pushes;

  CallLogRoutes(CallLog calls, MailboxLoad load, PushSender pushes) {
    this.calls = calls;
    this.load = load;
    this.pushes = pushes;
  }

  void addTo(Routes routes) {
    routes
        .on("GET", "/control/requests", this::list)
        .on("GET", "/control/pushes", _ -> pushes())
        .on(
            "DELETE",
            "/control/requests",
            _ -> {
              calls.reset();
              return HttpAnswer.empty(204);
            });
  }

  private HttpAnswer list(Call call) {
    Long since = call.query().first("since").map(Long::parseLong).orElse(0L);
    Selection selection = Selection.of(call);
    ObjectNode json = Trees.object().put("count", calls.count());
    json.set(
        "requests",
        Trees.array(
            calls.since(since).stream()
                .filter(logged -> matches(selection, logged.caller()))
                .toList(),
            CallLogRoutes::json));
    json.set(
        "most_at_once",
        Trees.array(
            load.levels().entrySet().stream()
                .filter(level -> matches(selection, level.getKey()))
                .toList(),
            level ->
                json(level.getKey())
                    .put("now", level.getValue().now())
                    .put("most", level.getValue().most())));
    return HttpAnswer.json(200, json);
  }

  private HttpAnswer pushes() {
    return HttpAnswer.json(
        200, Trees.object().set("pushes", Trees.array(pushes.records(), CallLogRoutes::json)));
  }

  /// Without headers and body, which hold the receiver's secret.
  private static ObjectNode json(PushRecord push) {
    return Trees.object()
        .put("provider", push.message().vendor().toString())
        .put("account", push.message().account())
        .put("channel", push.message().channel())
        .put("status", push.status());
  }

  private static boolean matches(Selection selection, ApiCaller caller) {
    return selection.vendor().filter(wanted -> wanted != caller.vendor()).isEmpty()
        && selection.account().filter(wanted -> !wanted.equals(caller.account())).isEmpty();
  }

  private static ObjectNode json(CallRecord call) {
    ObjectNode json =
        json(call.caller())
            .put("number", call.number())
            .put("at", call.at().toString())
            .put("method", call.method())
            .put("path", call.path())
            .put("status", call.status());
    ObjectNode parameters = Trees.object();
    call.parameters().forEach(parameters::put);
    json.set("parameters", parameters);
    return json;
  }

  private static ObjectNode json(ApiCaller caller) {
    return Trees.object()
        .put("provider", caller.vendor().toString())
        .put("account", caller.account());
  }
}
