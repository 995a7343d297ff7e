package io.timeledger.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.ingest.testkit.Answer;
import io.timeledger.ingest.testkit.ApiClient;
import io.timeledger.ingest.testkit.RunningPlatform;
import io.timeledger.ingest.testkit.TestWorkspace;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class TimesheetIT {
  private final TestWorkspace workspace = RunningPlatform.shared().newWorkspace();
  private final ApiClient owner = workspace.owner();
  private final ApiClient member = workspace.member("u_m", "member");

  @Test
  void goesFromDraftToApprovedWithItsEntries() {
    member
        .post("/api/v1/time-entries", "{\"log_date\": \"2026-04-29\", \"hours\": 7.5}")
        .requireStatus(201);
    JsonNode sheet = member.get("/api/v1/timesheets").data().get(0);
    String path = "/api/v1/timesheets/" + sheet.required("id").asString();
    assertThat(sheet.required("total_hours").decimalValue()).isEqualByComparingTo("7.5");

    member.patch(path, "{\"note\": \"all of it\"}").requireStatus(200);
    assertThat(member.post(path + "/approve").status()).isEqualTo(403);
    assertThat(owner.post(path + "/approve").errorCode()).isEqualTo("timesheet_not_submitted");
    member.post(path + "/submit").requireStatus(200);
    assertThat(
            member
                .post("/api/v1/time-entries", "{\"log_date\": \"2026-04-28\", \"hours\": 1}")
                .errorCode())
        .isEqualTo("timesheet_locked");
    assertThat(owner.post(path + "/reject", "{}").errorCode()).isEqualTo("reason_required");
    Answer approved = owner.post(path + "/approve").requireStatus(200);

    assertThat(approved.data().required("status").asString()).isEqualTo("approved");
    // Once its approver sees it, its owner does.
    owner.get(path).requireStatus(200);
    JsonNode read = member.get(path).data();
    assertThat(read.required("note").asString()).isEqualTo("all of it");
    assertThat(read.at("/entries/0/status").asString()).isEqualTo("approved");
    JsonNode summary = owner.get("/api/v1/time/reports/summary").data();
    assertThat(summary.required("approved_seconds").asLong()).isEqualTo(27_000);

    owner.post(path + "/reopen", "{\"reason\": \"wrong project\"}").requireStatus(200);
    assertThat(
            owner.get("/api/v1/time/reports/summary").data().required("approved_seconds").asLong())
        .isZero();
    assertThat(owner.get("/api/v1/audit/verify").data().required("verified").asBoolean()).isTrue();
  }

  @Test
  void showsWhoSyncsItThatAnEntryChanged() {
    String entry =
        member
            .post("/api/v1/time-entries", "{\"log_date\": \"2026-05-05\", \"hours\": 1}")
            .requireStatus(201)
            .data()
            .required("id")
            .asString();
    JsonNode sheet = member.get("/api/v1/timesheets?sort=-changed_at").data().get(0);
    for (String change :
        List.of(
            "{\"hours\": 2}", "{\"description\": \"late\"}", "{\"log_date\": \"2026-05-12\"}")) {
      member.patch("/api/v1/time-entries/" + entry, change).requireStatus(200);

      JsonNode found = changedAfter(sheet);

      assertThat(found.required("version")).isEqualTo(sheet.required("version"));
      assertThat(found.required("updated_at")).isEqualTo(sheet.required("updated_at"));
      assertThat(found.required("changed_sequence").asLong())
          .isGreaterThan(sheet.required("changed_sequence").asLong());
      sheet = found;
    }
    assertThat(sheet.required("total_seconds").asLong()).isZero();
  }

  private JsonNode changedAfter(JsonNode sheet) {
    String path = "/api/v1/timesheets?updated_after=" + sheet.required("changed_at").asString();
    return member
        .get(path)
        .data()
        .valueStream()
        .filter(found -> found.required("id").equals(sheet.required("id")))
        .findFirst()
        .orElseThrow();
  }
}
