package io.timeledger.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.ingest.testkit.Answer;
import io.timeledger.ingest.testkit.ApiClient;
import io.timeledger.ingest.testkit.RunningPlatform;
import io.timeledger.ingest.testkit.TestWorkspace;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RuleIT {
  private final TestWorkspace workspace = RunningPlatform.shared().newWorkspace();
  private final ApiClient owner = workspace.owner();
  private final ApiClient member = workspace.member("u_m", "member");

  @Test
  void isTriedKeptAndAppliedThroughEveryDoor() {
    String rule =
        """
        {"name": "Calls", "conditions": {"description_pattern": "*call*"}, "effect": "tag",
         "tags": ["talk"]}
        """;
    JsonNode tried =
        owner
            .post(
                "/api/v1/time/rules/dry-run",
                """
                {"entry": {"log_date": "2026-04-29", "hours": 1, "description": "A call"},
                 "rule": %s}
                """
                    .formatted(rule))
            .requireStatus(200)
            .data();
    assertThat(tried.at("/entries/0/tags/0").asString()).isEqualTo("talk");
    assertThat(owner.get("/api/v1/time-entries").data()).isEmpty();
    assertThat(owner.get("/api/v1/time/rules").data()).isEmpty();

    owner.put("/api/v1/time/rules/calls", rule).requireStatus(201);

    assertThat(
            member
                .post(
                    "/api/v1/time-entries",
                    "{\"log_date\": \"2026-04-29\", \"hours\": 1, \"description\": \"call\"}")
                .data()
                .at("/tags/0")
                .asString())
        .isEqualTo("talk");
    JsonNode batch =
        member
            .post(
                "/api/v1/time-entries/batch",
                """
                {"items": [{"action": "create", "entry":
                  {"log_date": "2026-04-29", "hours": 1, "description": "Calling"}}]}
                """)
            .requireStatus(200)
            .data();
    assertThat(batch.toString()).contains("te_");
    assertThat(member.get("/api/v1/time-entries?tag=talk").data()).hasSize(2);
    assertThat(owner.get("/api/v1/time/rules/calls").data().required("effect").asString())
        .isEqualTo("tag");
    assertThat(member.get("/api/v1/time/rules").errorCode()).isEqualTo("forbidden");
  }

  @Test
  void refusesWithTheNameOfTheRule() {
    owner
        .put(
            "/api/v1/time/rules/weekend",
            "{\"name\": \"W\", \"conditions\": {\"weekdays\": [0, 6]}, \"effect\": \"reject\"}")
        .requireStatus(201);

    Answer refused =
        member.post("/api/v1/time-entries", "{\"log_date\": \"2026-04-26\", \"hours\": 1}");

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.errorCode()).isEqualTo("rejected_by_rule");
    assertThat(refused.json().at("/error/message").asString()).contains("weekend");
  }

  @Test
  void tellsOfOvertimeOnce() {
    owner.patch("/api/v1/time/settings", "{\"overtime_weekly_hours\": 2}").requireStatus(200);
    for (int day = 27; day < 30; day++) {
      member
          .post(
              "/api/v1/time-entries", "{\"log_date\": \"2026-04-%d\", \"hours\": 2}".formatted(day))
          .requireStatus(201);
    }

    assertThat(owner.get("/api/v1/audit?action=member.overtime").data()).hasSize(1);
    JsonNode week =
        owner
            .post(
                "/api/v1/time/rules/overtime/dry-run",
                "{\"user_id\": \"u_m\", \"week\": \"2026-04-30\"}")
            .requireStatus(200)
            .data();
    assertThat(week.required("alerts").asBoolean()).isTrue();
    assertThat(week.required("total_seconds").asLong()).isEqualTo(21_600);
    assertThat(week.required("alerted_at").isNull()).isFalse();
    assertThat(owner.get("/api/v1/audit/verify").data().required("verified").asBoolean())
        .as(owner.get("/api/v1/audit/verify").body())
        .isTrue();
  }

  @Test
  void showsRatesBeforeTheyApplyToThoseWhoMayKnow() {
    owner
        .post(
            "/api/v1/time/rates",
            "{\"hourly_rate\": 90.5, \"cost_rate\": 30, \"effective_from\": \"2020-01-01\"}")
        .requireStatus(201);
    String asked = "{\"user_id\": \"u_m\", \"log_date\": \"2026-04-29\"}";

    JsonNode all = owner.post("/api/v1/time/rates/preview", asked).requireStatus(200).data();
    assertThat(all.required("cost_rate").decimalValue()).isEqualByComparingTo("30");
    assertThat(all.at("/candidates/0/verdict").asString()).isEqualTo("chosen");
    JsonNode own = member.post("/api/v1/time/rates/preview", asked).requireStatus(200).data();
    assertThat(own.required("hourly_rate").decimalValue()).isEqualByComparingTo("90.5");
    assertThat(own.has("cost_rate")).isFalse();
    assertThat(own.has("candidates")).isFalse();
    assertThat(
            member
                .post(
                    "/api/v1/time/rates/preview",
                    "{\"user_id\": \"u_owner\", \"log_date\": \"2026-04-29\"}")
                .errorCode())
        .isEqualTo("forbidden");
  }
}
