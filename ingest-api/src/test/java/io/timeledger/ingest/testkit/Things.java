package io.timeledger.ingest.testkit;

import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// One thing of every kind in a workspace, by the path of its collection. Their ids are unlike
/// those of any other workspace.
public record Things(Map<String, String> ids) {

  public static Things in(TestWorkspace workspace) {
    ApiClient owner = workspace.owner();
    String unique = workspace.id().substring(3);
    Map<String, String> ids = new HashMap<>();
    for (String directory : new String[] {"projects", "tasks", "clients", "teams", "members"}) {
      String id = directory.charAt(0) + unique;
      owner.put("/api/v1/" + directory + "/" + id, "{\"name\": \"Thing\"}").requireStatus(201);
      ids.put("/api/v1/" + directory, id);
    }
    String route = "r" + unique;
    owner
        .put(
            "/api/v1/time/approval-routes/" + route,
            """
            {"name": "Thing", "scope": "team", "scope_id": "t%s",
             "levels": [{"approver_user_id": "u_owner"}]}
            """
                .formatted(unique))
        .requireStatus(201);
    ids.put("/api/v1/time/approval-routes", route);
    String rule = "a" + unique;
    owner
        .put("/api/v1/time/rules/" + rule, "{\"name\": \"Thing\", \"effect\": \"auto_approve\"}")
        .requireStatus(201);
    ids.put("/api/v1/time/rules", rule);
    ids.put(
        "/api/v1/time-entries",
        created(
            owner,
            "/api/v1/time-entries",
            "{\"log_date\": \"2026-04-29\", \"hours\": 1, \"project_id\": \"p%s\"}"
                .formatted(unique)));
    ids.put(
        "/api/v1/time/rates",
        created(
            owner,
            "/api/v1/time/rates",
            "{\"hourly_rate\": 77.25, \"effective_from\": \"2026-01-01\"}"));
    ids.put("/api/v1/tokens", created(owner, "/api/v1/tokens", "{\"name\": \"Thing\"}"));
    ids.put(
        "/api/v1/time/webhooks",
        created(
            owner,
            "/api/v1/time/webhooks",
            "{\"url\": \"https://example.com/%s\", \"events\": [\"*\"]}".formatted(unique)));
    putCalendar(workspace, unique, ids);
    ids.put("/api/v1/timesheets", first(owner, "/api/v1/timesheets", "id"));
    ids.put("/api/v1/commands", first(owner, "/api/v1/changes", "command_id"));
    // An invoice lives elsewhere: any id may be one.
    ids.put("/api/v1/time/invoices", "i" + unique);
    return new Things(Map.copyOf(ids));
  }

  private static void putCalendar(TestWorkspace workspace, String unique, Map<String, String> ids) {
    String calendar = "/api/v1/time/calendar";
    ApiClient owner = workspace.owner();
    ids.put(
        calendar + "/connections",
        created(
            owner,
            calendar + "/connections",
            "{\"provider\": \"ics\", \"url\": \"https://cal.example.com/%s.ics\"}"
                .formatted(unique)));
    String rule = "k" + unique;
    owner.put(calendar + "/rules/" + rule, "{\"effect\": {\"hide\": false}}").requireStatus(201);
    ids.put(calendar + "/rules", rule);
    String contact = "x" + unique;
    owner.put("/api/v1/contacts/" + contact, "{\"deal_id\": \"deal_7\"}").requireStatus(201);
    ids.put("/api/v1/contacts", contact);
    String block = "blk_" + unique;
    RunningPlatform.shared()
        .connector()
        .meeting(
            workspace.id(),
            "u_owner",
            block,
            "Thing",
            "2026-04-29T08:00:00Z",
            "2026-04-29T09:00:00Z");
    ids.put(calendar + "/blocks", block);
    ids.put(calendar + "/feeds", created(owner, calendar + "/feeds", "{\"name\": \"Thing\"}"));
  }

  /// The id of the thing that the operation is about; any where it is about none.
  ///
  /// @throws AssertionError for a collection that has no thing here: it must get one
  public String idFor(Operation operation) {
    if (!operation.namesOne()) {
      return "";
    }
    String id = ids.get(operation.collection());
    if (id == null) {
      throw new AssertionError("a thing of %s is needed".formatted(operation.collection()));
    }
    return id;
  }

  private static String created(ApiClient owner, String path, String body) {
    return owner.post(path, body).requireStatus(201).data().required("id").asString();
  }

  private static String first(ApiClient owner, String path, String field) {
    JsonNode list = owner.get(path).requireStatus(200).data();
    return list.get(list.size() - 1).required(field).asString();
  }
}
