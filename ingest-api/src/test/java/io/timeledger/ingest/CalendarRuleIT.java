package io.timeledger.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.ingest.testkit.ApiClient;
import io.timeledger.ingest.testkit.CalendarScene;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Calendar rules by REST, and what they propose for blocks.
class CalendarRuleIT {
  private static final String CALENDAR = "/api/v1/time/calendar";
  private static final String BLOCKS = "/api/v1/time/calendar/blocks";
  private static final String WEEK = CalendarScene.WEEK;

  private final CalendarScene scene = new CalendarScene();
  private final ApiClient member = scene.member();
  private final ApiClient owner = scene.workspace().owner();

  @Test
  void proposesByTheFirstRuleThatMatches() {
    owner.put("/api/v1/projects/site", "{\"name\": \"Site\"}").requireStatus(201);
    owner
        .put(
            CALENDAR + "/rules/all",
            """
            {"scope": "workspace", "conditions": {"attendee_domain": "acme.example"},
             "effect": {"project_id": "site", "tags": ["acme"]}}
            """)
        .requireStatus(201);
    assertThat(
            member
                .put(
                    CALENDAR + "/rules/x",
                    "{\"scope\": \"workspace\", \"effect\": {\"hide\": true}}")
                .errorCode())
        .isEqualTo("forbidden");
    member
        .put(
            CALENDAR + "/rules/lunch",
            "{\"conditions\": {\"title\": \"lunch*\"}, \"effect\": {\"hide\": true}}")
        .requireStatus(201);
    scene.meeting("blk_a", "Planning", "2026-04-29T08:00:00Z", "2026-04-29T09:00:00Z");
    scene.meeting("blk_l", "Lunch with Bo", "2026-04-29T10:00:00Z", "2026-04-29T11:00:00Z");

    assertThat(scene.ids(WEEK)).containsExactly("blk_a");
    assertThat(scene.ids(WEEK + "&hidden=true")).containsExactly("blk_a", "blk_l");
    assertThat(member.get(WEEK).data().get(0).at("/proposal/project_id").asString())
        .isEqualTo("site");
    JsonNode entry = member.post(BLOCKS + "/blk_a/convert").requireStatus(201).data();
    assertThat(entry.required("project_id").asString()).isEqualTo("site");
    assertThat(entry.at("/tags/0").asString()).isEqualTo("acme");
    assertThat(owner.get(CALENDAR + "/rules/lunch").errorCode()).isEqualTo("not_found");
  }

  @Test
  void showsWhatARuleWouldDo() {
    scene.meeting("blk_a", "Standup", "2026-04-29T08:00:00Z", "2026-04-29T09:00:00Z");
    scene.meeting("blk_b", "Planning", "2026-04-29T09:00:00Z", "2026-04-29T10:00:00Z");

    JsonNode data =
        member
            .post(
                CALENDAR + "/rules/dry-run",
                """
                {"from": "2026-04-27", "to": "2026-05-03", "rule": {"conditions":
                 {"title": "stand*"}, "effect": {"tags": ["daily"], "billable": false}}}
                """)
            .requireStatus(200)
            .data();

    assertThat(data.required("seen").asInt()).isEqualTo(2);
    assertThat(data.at("/matches/dry-run").asInt()).isOne();
    assertThat(data.at("/blocks/0/proposal/tags/0").asString()).isEqualTo("daily");
    assertThat(data.at("/blocks/1/proposal/rule_id").isNull()).isTrue();
    assertThat(member.get(CALENDAR + "/rules").data()).isEmpty();
  }
}
