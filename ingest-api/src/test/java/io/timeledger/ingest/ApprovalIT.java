package io.timeledger.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.timeledger.ingest.testkit.ApiClient;
import io.timeledger.ingest.testkit.RunningPlatform;
import io.timeledger.ingest.testkit.TestWorkspace;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ApprovalIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private final TestWorkspace workspace = RunningPlatform.shared().newWorkspace();
  private final ApiClient owner = workspace.owner();
  private final ApiClient lead = workspace.member("u_lead", "manager");
  private final ApiClient boss = workspace.member("u_boss", "manager");
  private final ApiClient ann = workspace.member("u_ann", "member");

  @Test
  void waitsForOneApproverAfterAnother() {
    route("[{\"approver_user_id\": \"u_lead\"}, {\"approver_user_id\": \"u_boss\"}]");
    String sheet = submitted(ann);

    assertThat(waiting(boss)).isEmpty();
    JsonNode queued = queue(lead).get(0);
    assertThat(queued.required("id").asString()).isEqualTo(sheet);
    assertThat(queued.at("/chain/0/state").asString()).isEqualTo("waiting");
    assertThat(queued.at("/chain/1/state").asString()).isEqualTo("next");
    assertThat(queued.at("/chain/1/decides_user_id").asString()).isEqualTo("u_boss");

    assertThat(boss.post("/api/v1/timesheets/" + sheet + "/approve").errorCode())
        .isEqualTo("not_the_approver");
    lead.post("/api/v1/timesheets/" + sheet + "/approve").requireStatus(200);
    assertThat(waiting(lead)).isEmpty();
    await().atMost(PATIENCE).until(() -> waiting(boss).equals(List.of(sheet)));
    assertThat(queue(boss).get(0).at("/chain/0/state").asString()).isEqualTo("approved");
    boss.post("/api/v1/timesheets/" + sheet + "/approve").requireStatus(200);

    assertThat(waiting(boss)).isEmpty();
    assertThat(boss.get("/api/v1/timesheets/" + sheet).data().required("approved_by").asString())
        .isEqualTo("u_boss");
    assertThat(owner.get("/api/v1/audit?action=timesheet.approved.denied").data()).hasSize(1);
    assertThat(owner.get("/api/v1/audit/verify").data().required("verified").asBoolean()).isTrue();
  }

  @Test
  void waitsForTheFallbackOnceTheApproverIsGone() {
    route("[{\"approver_user_id\": \"u_lead\", \"fallback_user_id\": \"u_boss\"}]");
    String sheet = submitted(ann);
    String own = submitted(lead);
    await().atMost(PATIENCE).until(() -> waiting(lead).equals(List.of(sheet)));
    await().atMost(PATIENCE).until(() -> waiting(boss).equals(List.of(own)));

    owner.delete("/api/v1/members/u_lead").requireStatus(200);

    await().atMost(PATIENCE).until(() -> waiting(boss).size() == 2);
  }

  @Test
  void waitsWithoutARouteForAnybodyElseWhoMayApprove() {
    String sheet = submitted(ann);
    String own = submitted(lead);

    await().atMost(PATIENCE).until(() -> waiting(lead).equals(List.of(sheet)));
    await().atMost(PATIENCE).until(() -> waiting(boss).containsAll(List.of(sheet, own)));
    assertThat(ann.get("/api/v1/time/approvals").errorCode()).isEqualTo("forbidden");
  }

  @Test
  void approvesManyAtOnceAndSaysWhatBecameOfEach() {
    String sheet = submitted(ann);
    String own = submitted(lead);

    JsonNode results =
        lead.post(
                "/api/v1/timesheets/approve",
                "{\"ids\": [\"%s\", \"%s\"], \"comment\": \"Thanks\"}".formatted(own, sheet))
            .requireStatus(200)
            .data();

    assertThat(results.at("/0/code").asString()).isEqualTo("self_approval");
    assertThat(results.at("/1/status").asString()).isEqualTo("approved");
    assertThat(
            lead.get("/api/v1/timesheets/" + sheet).data().required("approval_comment").asString())
        .isEqualTo("Thanks");
  }

  @Test
  void keepsRoutes() {
    route("[{\"approver_user_id\": \"u_lead\"}]");
    String path = "/api/v1/time/approval-routes/all";

    JsonNode route = owner.get(path).data();
    assertThat(route.at("/levels/0/approver_user_id").asString()).isEqualTo("u_lead");
    assertThat(owner.get("/api/v1/time/approval-routes").data()).hasSize(1);
    owner.delete(path).requireStatus(200);
    assertThat(owner.get("/api/v1/time/approval-routes").data()).isEmpty();
    assertThat(owner.get("/api/v1/time/approval-routes?include_deleted=true").data()).hasSize(1);
  }

  private void route(String levels) {
    owner
        .put(
            "/api/v1/time/approval-routes/all",
            "{\"name\": \"All\", \"scope\": \"workspace\", \"levels\": %s}".formatted(levels))
        .requireStatus(201);
  }

  private static String submitted(ApiClient member) {
    String sheet =
        member
            .post("/api/v1/time-entries", "{\"log_date\": \"2026-04-29\", \"hours\": 2}")
            .requireStatus(201)
            .data()
            .required("timesheet_id")
            .asString();
    member.post("/api/v1/timesheets/" + sheet + "/submit").requireStatus(200);
    return sheet;
  }

  private static JsonNode queue(ApiClient approver) {
    await().atMost(PATIENCE).until(() -> !approver.get("/api/v1/time/approvals").data().isEmpty());
    return approver.get("/api/v1/time/approvals").data();
  }

  private static List<String> waiting(ApiClient approver) {
    return approver
        .get("/api/v1/time/approvals")
        .requireStatus(200)
        .data()
        .valueStream()
        .map(sheet -> sheet.required("id").asString())
        .toList();
  }
}
