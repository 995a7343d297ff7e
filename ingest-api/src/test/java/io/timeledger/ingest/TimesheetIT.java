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

  @Test
  void hasATagThatCoversItsEntriesForReadsAndWrites() {
    String entry = "/api/v1/time-entries/" + newEntry("2026-06-02");
    JsonNode sheet = member.get("/api/v1/timesheets?sort=-changed_at").data().get(0);
    String path = "/api/v1/timesheets/" + sheet.required("id").asString();
    String tag = tag(path);
    assertThat(member.get(path, "If-None-Match", tag).status()).isEqualTo(304);

    for (String change : List.of("{\"hours\": 2}", "{\"description\": \"late\"}")) {
      member.patch(entry, change).requireStatus(200);

      assertThat(member.get(path, "If-None-Match", tag).status()).isEqualTo(200);
      assertThat(member.patch(path, "{\"note\": \"n\"}", "If-Match", tag).errorCode())
          .isEqualTo("precondition_failed");
      tag = tag(path);
    }
    String other = newEntry("2026-06-03");
    assertThat(member.post(path + "/submit", "", "If-Match", tag).errorCode())
        .isEqualTo("precondition_failed");
    String both = tag(path);
    member.delete("/api/v1/time-entries/" + other).requireStatus(200);

    assertThat(tag(path)).as("changed_at has moved").isNotIn(tag, both);
    assertThat(member.post(path + "/submit", "", "If-Match", both).status()).isEqualTo(412);
    member.post(path + "/submit", "", "If-Match", tag(path)).requireStatus(200);
    String submitted = tag(path);
    assertThat(owner.post(path + "/approve", "", "If-Match", "\"1\"").errorCode())
        .isEqualTo("version_mismatch");
    assertThat(owner.get(path, "If-Match", "\"2\"").status()).isEqualTo(200);
    assertThat(owner.get(path, "If-Match", tag).status()).isEqualTo(412);
    owner.post(path + "/approve", "", "If-Match", submitted).requireStatus(200);
  }

  @Test
  void takesTheBareVersionForLess() {
    newEntry("2026-06-16");
    JsonNode sheet = member.get("/api/v1/timesheets?sort=-changed_at").data().get(0);
    String path = "/api/v1/timesheets/" + sheet.required("id").asString();
    newEntry("2026-06-17");

    member.patch(path, "{\"note\": \"n\"}", "If-Match", "\"1\"").requireStatus(200);
  }

  @Test
  void isAnotherAnswerToWhoMaySeeMore() {
    String entry = "/api/v1/time-entries/" + newEntry("2026-06-23");
    JsonNode sheet = member.get("/api/v1/timesheets?sort=-changed_at").data().get(0);
    String path = "/api/v1/timesheets/" + sheet.required("id").asString();
    for (String shown : List.of(path, entry, "/api/v1/time/settings")) {
      Answer mine = member.get(shown).requireStatus(200);
      Answer theirs = owner.get(shown, "If-None-Match", mine.header("ETag").orElseThrow());

      assertThat(theirs.status()).as(shown).isEqualTo(200);
      assertThat(theirs.body()).isNotEqualTo(mine.body());
    }
    member
        .patch(entry, "{\"hours\": 3}", "If-Match", owner.get(entry).header("ETag").orElseThrow())
        .requireStatus(200);
    member.patch(entry, "{\"hours\": 4}", "If-Match", tag(entry)).requireStatus(200);
  }

  private String newEntry(String day) {
    return member
        .post("/api/v1/time-entries", "{\"log_date\": \"%s\", \"hours\": 1}".formatted(day))
        .requireStatus(201)
        .data()
        .required("id")
        .asString();
  }

  private String tag(String path) {
    return member.get(path).requireStatus(200).header("ETag").orElseThrow();
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
