package io.timeledger.twin.control;

import io.timeledger.twin.fault.FaultKind;
import io.timeledger.twin.fault.FaultPlan;
import io.timeledger.twin.fault.PlannedFault;
import io.timeledger.twin.http.Call;
import io.timeledger.twin.http.HttpAnswer;
import io.timeledger.twin.http.Routes;
import io.timeledger.twin.http.Trees;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Plans faults and clears them.
final class FaultRoutes {
  private final FaultPlan plan;

  FaultRoutes(FaultPlan plan) {
    this.plan = plan;
  }

  void addTo(Routes routes) {
    routes
        .on("POST", "/control/faults", this::add)
        .on("GET", "/control/faults", _ -> all())
        .on(
            "DELETE",
            "/control/faults",
            _ -> {
              plan.clear();
              return HttpAnswer.empty(204);
            });
  }

  private HttpAnswer add(Call call) {
    FaultKind kind = FaultKind.of(call.required("kind"));
    ObjectNode body = call.json();
    Selection selection = Selection.of(call);
    JsonNode times = body.path("times");
    plan.add(
        new PlannedFault(
            kind,
            times.isNull() ? PlannedFault.ENDLESS : Math.max(1, times.asInt(1)),
            selection.vendor(),
            selection.account(),
            Trees.text(body, "path"),
            body.path("retry_after").asInt(1),
            Math.clamp(body.path("size").asInt(1), 1, 1_000_000)));
    return all();
  }

  private HttpAnswer all() {
    return HttpAnswer.json(
        200, Trees.object().set("faults", Trees.array(plan.all(), FaultRoutes::json)));
  }

  private static ObjectNode json(PlannedFault fault) {
    ObjectNode json = Trees.object().put("kind", fault.kind().toString());
    return json.put(
        "times", fault.times() == PlannedFault.ENDLESS ? null : Integer.valueOf(fault.times()));
  }
}
