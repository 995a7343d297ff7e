package io.timeledger.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.ingest.testkit.Answer;
import io.timeledger.ingest.testkit.ApiClient;
import io.timeledger.ingest.testkit.CalendarScene;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Converts blocks to entries by REST.
class BlockConversionIT {
  private static final String BLOCKS = "/api/v1/time/calendar/blocks";
  private static final String WEEK = CalendarScene.WEEK;

  private final CalendarScene scene = new CalendarScene();
  private final ApiClient member = scene.member();
  private final ApiClient owner = scene.workspace().owner();

  @Test
  void convertsOnceHoweverOftenItIsAskedTo() throws Exception {
    scene.meeting("blk_b", "Planning", "2026-04-29T08:00:00Z", "2026-04-29T09:00:00Z");
    Set<String> entries = new ConcurrentSkipListSet<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> clicks = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        clicks.add(
            threads.submit(
                () ->
                    entries.add(
                        member.post(BLOCKS + "/blk_b/convert").data().required("id").asString())));
      }
      for (Future<?> click : clicks) {
        click.get();
      }
    }

    assertThat(entries).hasSize(1);
    JsonNode entry = member.get("/api/v1/time-entries/" + entries.iterator().next()).data();
    assertThat(entry.required("source").asString()).isEqualTo("calendar");
    assertThat(entry.required("external_id").asString()).isEqualTo("blk_b");
    assertThat(entry.required("entity_id").asString()).isEqualTo("blk_b");
    assertThat(entry.required("description").asString()).isEqualTo("Planning");
    assertThat(entry.required("duration_seconds").asInt()).isEqualTo(3600);
    JsonNode block = member.get(BLOCKS + "/blk_b").requireStatus(200).data();
    assertThat(block.required("state").asString()).isEqualTo("converted");
    assertThat(block.required("entry_id").asString()).isEqualTo(entry.required("id").asString());
    assertThat(block.required("tracked_seconds").asInt()).isEqualTo(3600);
    assertThat(block.required("overlaps")).isEmpty();
  }

  @Test
  void answersARetryAfterTheMeetingChanged() {
    scene.meeting("blk_b", "Planning", "2026-04-29T08:00:00Z", "2026-04-29T09:00:00Z");
    String[] key = {"Idempotency-Key", "convert-once"};
    Answer first = member.send("POST", BLOCKS + "/blk_b/convert", null, key);
    scene.connector().rename(scene.workspace().id(), "blk_b", "Replanning");

    Answer retry = member.send("POST", BLOCKS + "/blk_b/convert", null, key);
    Answer other =
        member.send("POST", BLOCKS + "/blk_b/convert", "{\"description\": \"Other\"}", key);

    assertThat(retry.requireStatus(201).data()).isEqualTo(first.requireStatus(201).data());
    assertThat(other.requireStatus(422).errorCode()).isEqualTo("idempotency_key_reused");
  }

  @Test
  void answersARetryOfManyAfterAMeetingChanged() {
    scene.meeting("blk_b", "Planning", "2026-04-29T08:00:00Z", "2026-04-29T09:00:00Z");
    String[] key = {"Idempotency-Key", "convert-many-once"};
    String body = "{\"ids\": [\"blk_b\"]}";
    Answer first = member.post(BLOCKS + "/convert", body, key).requireStatus(200);
    scene.connector().rename(scene.workspace().id(), "blk_b", "Replanning");

    Answer retry = member.post(BLOCKS + "/convert", body, key);
    Answer other =
        member.post(BLOCKS + "/convert", "{\"ids\": [\"blk_b\"], \"use_proposals\": false}", key);

    assertThat(retry.requireStatus(200).data()).isEqualTo(first.data());
    assertThat(other.requireStatus(422).errorCode()).isEqualTo("idempotency_key_reused");
  }

  @Test
  void isPendingAgainAfterItsEntryWasDeletedAndRestoresThatEntry() {
    scene.meeting("blk_b", "Planning", "2026-04-29T08:00:00Z", "2026-04-29T09:00:00Z");
    String entry = converted("blk_b");
    member.delete("/api/v1/time-entries/" + entry).requireStatus(200);
    assertThat(state("blk_b")).isEqualTo("pending");

    assertThat(converted("blk_b")).isEqualTo(entry);
    assertThat(state("blk_b")).isEqualTo("converted");
  }

  @Test
  void convertsWithWhatTheMemberSays() {
    owner.put("/api/v1/projects/site", "{\"name\": \"Site\"}").requireStatus(201);
    scene.meeting("blk_b", "Planning", "2026-04-29T08:00:00Z", "2026-04-29T09:00:00Z");
    scene.wholeDays("blk_d", "Offsite", "2026-04-28", "2026-04-29");

    JsonNode entry =
        member
            .post(
                BLOCKS + "/blk_b/convert",
                "{\"project_id\": \"site\", \"description\": \"Kick-off\", \"tags\": [\"x\"]}")
            .requireStatus(201)
            .data();
    assertThat(entry.required("project_id").asString()).isEqualTo("site");
    assertThat(entry.required("description").asString()).isEqualTo("Kick-off");
    assertThat(member.post(BLOCKS + "/blk_d/convert").errorCode())
        .isEqualTo("block_not_convertible");
    member
        .post(
            BLOCKS + "/blk_d/convert",
            """
            {"started_at": "2026-04-28T09:00:00+02:00", "ended_at": "2026-04-28T17:00:00+02:00"}
            """)
        .requireStatus(201);
    assertThat(
            member
                .post(
                    "/api/v1/time-entries",
                    """
                    {"log_date": "2026-04-29", "hours": 1, "external_source": "timeledger:calendar",
                     "external_id": "blk_x"}
                    """)
                .errorCode())
        .isEqualTo("external_source_reserved");
  }

  @Test
  void convertsSeveralAndSaysOfEachWhatBecameOfIt() {
    scene.meeting("blk_a", "One", "2026-04-29T08:00:00Z", "2026-04-29T09:00:00Z");
    scene.meeting("blk_b", "Two", "2026-04-29T09:00:00Z", "2026-04-29T10:00:00Z");
    scene.wholeDays("blk_d", "Holiday", "2026-04-28", "2026-04-29");

    JsonNode data =
        member
            .post(
                BLOCKS + "/convert",
                "{\"ids\": [\"blk_a\", \"blk_d\", \"blk_unknown\", \"blk_b\"]}")
            .requireStatus(200)
            .data();

    assertThat(data.required("results").valueStream().map(r -> r.required("status").asString()))
        .containsExactly("created", "failed", "failed", "created");
    assertThat(data.at("/results/1/code").asString()).isEqualTo("block_not_convertible");
    assertThat(data.at("/results/2/code").asString()).isEqualTo("not_found");
    assertThat(state("blk_b")).isEqualTo("converted");
  }

  @Test
  void takesOverWhatTheCalendarChanged() {
    scene.meeting("blk_a", "One", "2026-04-29T08:00:00Z", "2026-04-29T09:00:00Z");
    String entry =
        member
            .post(
                BLOCKS + "/blk_a/convert",
                "{\"started_at\": \"2026-04-29T07:00:00Z\", \"ended_at\": \"2026-04-29T07:30:00Z\"}")
            .requireStatus(201)
            .data()
            .required("id")
            .asString();
    scene.connector().drift(scene.workspace().id(), "blk_a", "moved");
    assertThat(scene.ids(WEEK + "&drift=true")).containsExactly("blk_a");

    Answer applied = member.post(BLOCKS + "/blk_a/apply").requireStatus(200);

    assertThat(applied.data().required("id").asString()).isEqualTo(entry);
    assertThat(applied.data().required("duration_seconds").asInt()).isEqualTo(3600);
    assertThat(applied.data().required("started_at").asString()).isEqualTo("2026-04-29T08:00:00Z");
  }

  @Test
  void takesAChangeOverOnceHoweverOftenItIsAskedTo() {
    scene.meeting("blk_a", "One", "2026-04-29T08:00:00Z", "2026-04-29T09:00:00Z");
    converted("blk_a");
    scene.connector().drift(scene.workspace().id(), "blk_a", "retitled");
    scene.connector().rename(scene.workspace().id(), "blk_a", "Two");
    String[] key = {"Idempotency-Key", "apply-once"};
    Answer first = member.send("POST", BLOCKS + "/blk_a/apply", null, key).requireStatus(200);
    scene.connector().rename(scene.workspace().id(), "blk_a", "Three");

    Answer retry = member.send("POST", BLOCKS + "/blk_a/apply", null, key);

    assertThat(first.data().required("description").asString()).isEqualTo("Two");
    assertThat(retry.requireStatus(200).data()).isEqualTo(first.data());
  }

  private String converted(String block) {
    return member.post(BLOCKS + "/" + block + "/convert").data().required("id").asString();
  }

  private String state(String block) {
    return member.get(BLOCKS + "/" + block).data().required("state").asString();
  }
}
