package io.timeledger.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.timeledger.ingest.testkit.ApiClient;
import io.timeledger.ingest.testkit.EventReader;
import io.timeledger.ingest.testkit.RunningPlatform;
import io.timeledger.ingest.testkit.TestWorkspace;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// A manager who is limited to the teams they lead finds nobody else's time, by whichever door.
class TeamScopeIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private final TestWorkspace workspace = RunningPlatform.shared().newWorkspace();
  private final ApiClient owner = workspace.owner();
  private final ApiClient lead = workspace.member("u_lead", "manager");
  private final ApiClient ann = workspace.member("u_ann", "member");
  private final ApiClient ben = workspace.member("u_ben", "member");

  @Test
  void seesTheTimeOfTheTeamAndNoOther() {
    JsonNode anns = submitted(ann);
    JsonNode bens = submitted(ben);
    owner
        .put("/api/v1/teams/design", "{\"name\": \"Design\", \"leader_user_ids\": [\"u_lead\"]}")
        .requireStatus(201);
    owner
        .put("/api/v1/members/u_ann", "{\"name\": \"Ann\", \"teams\": [\"design\"]}")
        .requireStatus(200);
    await()
        .atMost(PATIENCE)
        .until(() -> users(lead, "/api/v1/time-entries", "user_id").size() == 2);

    owner.patch("/api/v1/time/settings", "{\"manager_scope\": \"team\"}").requireStatus(200);
    await()
        .atMost(PATIENCE)
        .until(() -> users(lead, "/api/v1/time-entries", "user_id").size() == 1);

    for (String list : List.of("/api/v1/time-entries", "/api/v1/timesheets")) {
      assertThat(users(lead, list, "user_id")).as(list).containsExactly("u_ann");
    }
    assertThat(users(lead, "/api/v1/members", "id")).containsExactly("u_ann", "u_lead");
    assertThat(users(lead, "/api/v1/time/approvals", "user_id")).containsExactly("u_ann");
    assertThat(lead.get("/api/v1/time-entries?user_id=u_ben").data()).isEmpty();
    assertThat(status("/api/v1/time-entries/", anns, "id")).isEqualTo(200);
    assertThat(status("/api/v1/time-entries/", bens, "id")).isEqualTo(404);
    assertThat(status("/api/v1/timesheets/", anns, "timesheet_id")).isEqualTo(200);
    assertThat(status("/api/v1/timesheets/", bens, "timesheet_id")).isEqualTo(404);
    assertThat(lead.get("/api/v1/members/u_ben").status()).isEqualTo(404);
    assertThat(lead.get("/api/v1/time/timer/active?user_id=u_ben").status()).isGreaterThan(400);
    assertThat(lead.get("/api/v1/changes?limit=500").body())
        .contains("u_ann")
        .doesNotContain(bens.required("id").asString());
    assertThat(streamed()).contains("u_ann").doesNotContain(bens.required("id").asString());
    assertThat(lead.get("/api/v1/time/reports/summary?user_id=u_ben").errorCode())
        .isEqualTo("forbidden");
    assertThat(
            lead.post("/api/v1/timesheets/" + bens.required("timesheet_id").asString() + "/approve")
                .errorCode())
        .isEqualTo("not_found");
    lead.post("/api/v1/timesheets/" + anns.required("timesheet_id").asString() + "/approve")
        .requireStatus(200);
    assertThat(users(owner, "/api/v1/time-entries", "user_id")).containsExactly("u_ann", "u_ben");

    owner.delete("/api/v1/teams/design").requireStatus(200);
    await().atMost(PATIENCE).until(() -> users(lead, "/api/v1/time-entries", "user_id").isEmpty());
  }

  /// What the lead's stream shows of all that happened.
  private String streamed() {
    long newest = owner.get("/api/v1/changes?limit=500").data().size();
    StringBuilder shown = new StringBuilder();
    try (EventReader reader = EventReader.open(lead, "/api/v1/changes/stream?after=0")) {
      for (EventReader.Event event = reader.next(); ; event = reader.next()) {
        shown.append(event.data());
        if (event.id() >= newest) {
          return shown.toString();
        }
      }
    }
  }

  private int status(String path, JsonNode entry, String field) {
    return lead.get(path + entry.required(field).asString()).status();
  }

  private static JsonNode submitted(ApiClient member) {
    JsonNode entry =
        member
            .post("/api/v1/time-entries", "{\"log_date\": \"2026-04-29\", \"hours\": 2}")
            .requireStatus(201)
            .data();
    member
        .post("/api/v1/timesheets/" + entry.required("timesheet_id").asString() + "/submit")
        .requireStatus(200);
    return entry;
  }

  private static List<String> users(ApiClient reader, String list, String field) {
    return reader
        .get(list)
        .requireStatus(200)
        .data()
        .valueStream()
        .map(row -> row.required(field).asString())
        .distinct()
        .sorted()
        .toList();
  }
}
