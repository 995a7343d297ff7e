package io.timeledger.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.ingest.testkit.Answer;
import io.timeledger.ingest.testkit.ApiClient;
import io.timeledger.ingest.testkit.CalendarScene;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Blocks by REST; a stand-in for the connector has read them.
class BlockIT {
  private static final String BLOCKS = "/api/v1/time/calendar/blocks";
  private static final String WEEK = CalendarScene.WEEK;

  private final CalendarScene scene = new CalendarScene();
  private final ApiClient member = scene.member();
  private final ApiClient owner = scene.workspace().owner();

  @Test
  void listsTheWeekInTheOrderOfTheBegin() {
    scene.meeting("blk_b", "Planning", "2026-04-29T08:00:00Z", "2026-04-29T09:00:00Z");
    scene.meeting("blk_a", "Review", "2026-04-29T10:00:00Z", "2026-04-29T11:30:00Z");
    scene.meeting("blk_c", "Elsewhere", "2026-05-04T10:00:00Z", "2026-05-04T11:00:00Z");
    scene.wholeDays("blk_d", "Holiday", "2026-04-25", "2026-04-28");

    JsonNode blocks = member.get(WEEK).requireStatus(200).data();

    assertThat(blocks.valueStream().map(block -> block.required("id").asString()))
        .containsExactly("blk_d", "blk_b", "blk_a");
    assertThat(blocks.get(0).required("convertible").asBoolean()).isFalse();
    assertThat(blocks.get(0).required("not_convertible_because").asString()).isEqualTo("all_day");
    assertThat(blocks.get(2).required("duration_seconds").asInt()).isEqualTo(5400);
    assertThat(blocks.get(1).at("/proposal/entity_type").asString()).isEqualTo("calendar_event");
    assertThat(owner.get(WEEK).requireStatus(200).data()).isEmpty();
    assertThat(owner.get(BLOCKS + "/blk_b").errorCode()).isEqualTo("not_found");
    Answer part = member.get(WEEK + "&limit=2").requireStatus(200);
    String cursor = part.json().at("/pagination/next_cursor").asString();
    assertThat(member.get(WEEK + "&limit=2&cursor=" + cursor).data()).hasSize(1);
    assertThat(member.get(BLOCKS + "?from=2026-01-01&to=2026-12-31").errorCode())
        .isEqualTo("invalid_parameter");
  }

  @Test
  void answersNotModifiedUntilSomethingChanges() {
    scene.meeting("blk_b", "Planning", "2026-04-29T08:00:00Z", "2026-04-29T09:00:00Z");
    String etag = member.get(WEEK).header("ETag").orElseThrow();

    assertThat(member.get(WEEK, "If-None-Match", etag).status()).isEqualTo(304);
    member.post(BLOCKS + "/blk_b/dismiss").requireStatus(200);
    assertThat(member.get(WEEK, "If-None-Match", etag).status()).isEqualTo(200);
  }

  @Test
  void dismissesAndRestores() {
    scene.meeting("blk_a", "One", "2026-04-29T08:00:00Z", "2026-04-29T09:00:00Z");
    scene.meeting("blk_b", "Two", "2026-04-29T09:00:00Z", "2026-04-29T10:00:00Z");

    Answer dismissed = member.post(BLOCKS + "/blk_a/dismiss").requireStatus(200);
    assertThat(dismissed.data().required("state").asString()).isEqualTo("dismissed");
    assertThat(scene.ids(WEEK + "&state=pending")).containsExactly("blk_b");
    assertThat(scene.ids(WEEK + "&state=dismissed")).containsExactly("blk_a");
    Answer restored = member.post(BLOCKS + "/blk_a/restore").requireStatus(200);
    assertThat(restored.data().required("state").asString()).isEqualTo("pending");
    assertThat(
            member.post(BLOCKS + "/dismiss", "{\"ids\": [\"blk_a\", \"blk_unknown\"]}").errorCode())
        .isEqualTo("not_found");
    member.post(BLOCKS + "/dismiss", "{\"ids\": [\"blk_a\", \"blk_b\"]}").requireStatus(200);
    assertThat(scene.ids(WEEK + "&state=pending")).isEmpty();
  }
}
