package io.timeledger.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.timeledger.ingest.testkit.Answer;
import io.timeledger.ingest.testkit.ApiClient;
import io.timeledger.ingest.testkit.RunningPlatform;
import io.timeledger.ingest.testkit.TestWorkspace;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ActivityIT {
  private static final String PATH = "/api/v1/activities";
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private final Instant begin =
      Instant.ofEpochSecond((Instant.now().getEpochSecond() / 86_400 - 2) * 86_400 + 36_000);
  private final TestWorkspace workspace = RunningPlatform.shared().newWorkspace();
  private final ApiClient owner = workspace.owner();
  private final ApiClient member = workspace.member("u_m", "member");

  @Test
  void showsASlotAsItWasTakenInWithoutTheSecretsOfItsPages() {
    Answer taken =
        member.post(
            PATH,
            """
            {"slots": [{"started_at": "%s", "device_id": "laptop", "revision": 1,
              "project_id": "p1", "tracked_seconds": 600, "keyboard_seconds": 100,
              "mouse_seconds": 200, "apps": [{"name": "Editor", "seconds": 500}],
              "urls": [{"url": "https://me:pw@docs.example/a?token=secret#x", "seconds": 60}],
              "screenshots": [{"reference": "s3://shots/1.png"}]}]}
            """
                .formatted(begin));

    assertThat(taken.status()).isEqualTo(202);
    assertThat(taken.data().required("accepted").asInt()).isEqualTo(1);
    JsonNode slot = awaitSlots(member, 1).get(0);
    assertThat(slot.required("id")).isEqualTo(taken.data().at("/ids/0"));
    assertThat(slot.required("user_id").asString()).isEqualTo("u_m");
    assertThat(slot.required("started_at").asString()).isEqualTo(begin.toString());
    assertThat(slot.required("overall_seconds").asInt()).isEqualTo(200);
    assertThat(slot.at("/apps/0/name").asString()).isEqualTo("Editor");
    assertThat(slot.at("/urls/0/url").asString()).isEqualTo("https://docs.example/a");
    assertThat(slot.at("/screenshots/0/taken_at").isNull()).isTrue();
    assertThat(slot.required("log_date").asString())
        .isEqualTo(
            begin.atZone(ZoneId.of(slot.required("timezone").asString())).toLocalDate().toString());
    assertThat(owner.get(PATH).data()).isEqualTo(member.get(PATH).data());
  }

  @Test
  void mergesLateAndRepeatedSlotsAndSumsThemByDay() {
    take(member, slot(begin, 0, 300, "p1"), slot(begin.plusSeconds(600), 0, 600, "p1"));
    take(member, slot(begin, 2, 500, "p2"));
    take(member, slot(begin, 1, 100, "p3"), slot(begin, 2, 1, "p3"), slot(begin, 0, 300, "p1"));
    take(member, slot(begin.plusSeconds(1200), 0, 60, "p2"));

    awaitSlots(owner, 3);
    JsonNode days = owner.get(PATH + "/daily").requireStatus(200).data();

    assertThat(days.size()).isEqualTo(2);
    assertThat(text(days.get(0))).isEqualTo("p2 2 560 280 0.5");
    assertThat(text(days.get(1))).isEqualTo("p1 1 600 300 0.5");
    assertThat(owner.get(PATH + "/daily?project_id=p1&user_id=u_m").data().size()).isEqualTo(1);
    assertThat(owner.get(PATH + "/daily?user_id=u_owner").data().size()).isZero();
  }

  @Test
  void showsMembersTheirOwnAloneAndTakesOthersOnlyFromThoseWhoMay() {
    take(member, slot(begin, 0, 300, "p1"));
    take(owner, slot(begin, 0, 200, "p1"), other("u_m", begin.plusSeconds(600)));

    awaitSlots(owner, 3);

    assertThat(member.get(PATH).data().size()).isEqualTo(2);
    assertThat(member.get(PATH + "?user_id=u_owner").data().size()).isZero();
    assertThat(member.get(PATH + "/daily").data().size()).isEqualTo(2);
    assertThat(post(member, other("u_owner", begin)).errorCode()).isEqualTo("forbidden");
    assertThat(post(owner, other("u_nobody", begin)).errorCode()).isEqualTo("unknown_member");
    assertThat(post(workspace.member("u_v", "viewer"), slot(begin, 0, 1, "p1")).status())
        .isEqualTo(403);
    assertThat(RunningPlatform.shared().newWorkspace().owner().get(PATH).data().size()).isZero();
  }

  @Test
  void pagesThroughSlotsWithoutSkippingOrRepeating() {
    List<String> slots = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      slots.add(slot(begin.plusSeconds(600L * i), 0, 60, "p1"));
    }
    take(member, slots.toArray(String[]::new));
    awaitSlots(owner, 7);
    List<String> seen = new ArrayList<>();
    String next = "";
    do {
      Answer page = owner.get(PATH + "?limit=3&sort=started_at" + next).requireStatus(200);
      page.data().forEach(slot -> seen.add(slot.required("started_at").asString()));
      JsonNode cursor = page.json().at("/pagination/next_cursor");
      next = cursor.isNull() ? "" : "&cursor=" + cursor.asString();
    } while (!next.isEmpty());

    assertThat(seen).hasSize(7).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void refusesTheWholeCallForOneWrongSlotAndNamesIt() {
    String good = slot(begin, 0, 300, "p1");
    for (String[] wrong :
        new String[][] {
          {"started_at", "not_aligned", slot(begin.plusSeconds(1), 0, 1, "p1")},
          {"started_at", "in_the_future", slot(begin.plus(Duration.ofDays(9)), 0, 1, "p1")},
          {"started_at", "too_old", slot(begin.minus(Duration.ofDays(60)), 0, 1, "p1")},
          {
            "started_at",
            "out_of_range",
            slot(begin, 0, 1, "p1").replace(begin.toString(), "9999-12-31T23:50:00Z")
          },
          {"tracked_seconds", "out_of_range", slot(begin, 0, 601, "p1")},
          {"revision", "out_of_range", slot(begin, -1, 1, "p1")},
          {
            "keyboard_seconds",
            "out_of_range",
            slot(begin, 0, 10, "p1").replace("}", ", \"keyboard_seconds\": 11}")
          },
          {
            "urls[0].url",
            "invalid_url",
            slot(begin, 0, 10, "p1").replace("}", ", \"urls\": [{\"url\": \"x\"}]}")
          },
          {
            "apps",
            "too_many",
            slot(begin, 0, 10, "p1").replace("}", ", \"apps\": [" + "{},".repeat(50) + "{}]}")
          }
        }) {
      Answer refused = post(member, good, wrong[2]);

      assertThat(refused.status()).as(wrong[0]).isEqualTo(422);
      assertThat(refused.json().at("/error/details/0/field").asString())
          .isEqualTo("slots[1]." + wrong[0]);
      assertThat(refused.json().at("/error/details/0/code").asString()).isEqualTo(wrong[1]);
    }
    assertThat(post(member).status()).isEqualTo(422);
    assertThat(member.post(PATH, "{}").status()).isEqualTo(422);
    assertThat(post(member, "{},".repeat(1000) + "{}").status()).isEqualTo(422);
    assertThat(post(member, tracked(begin, "600.5")).errorCode()).isEqualTo("wrong_type");
    assertThat(post(member, tracked(begin, "1e99")).status()).isIn(400, 422);
    take(member, tracked(begin.plusSeconds(600), "1.0"));
    assertThat(awaitSlots(member, 1).get(0).required("tracked_seconds").asInt()).isEqualTo(1);
  }

  @Test
  void showsNothingOfWhatAnErasedMemberDidBesideTheSums() {
    take(member, slot(begin, 0, 300, "p1").replace("}", ", \"apps\": [{\"name\": \"Chat\"}]}"));
    awaitSlots(owner, 1);

    owner.delete("/api/v1/members/u_m").requireStatus(200);
    owner.post("/api/v1/members/u_m/erase").requireStatus(200);
    owner.get("/api/v1/members").requireStatus(200);

    JsonNode slot = owner.get(PATH).data().get(0);
    assertThat(slot.required("apps").size()).isZero();
    assertThat(slot.required("tracked_seconds").asInt()).isEqualTo(300);
    assertThat(post(owner, other("u_m", begin)).errorCode())
        .isIn("member_inactive", "unknown_member");
  }

  private static String text(JsonNode day) {
    return String.join(
        " ",
        day.required("project_id").asString(),
        day.required("slots").asString(),
        day.required("tracked_seconds").asString(),
        day.required("overall_seconds").asString(),
        day.required("activity_ratio").decimalValue().stripTrailingZeros().toPlainString());
  }

  private static JsonNode awaitSlots(ApiClient client, int count) {
    await().atMost(PATIENCE).until(() -> client.get(PATH).data().size() == count);
    return client.get(PATH).data();
  }

  private static void take(ApiClient client, String... slots) {
    post(client, slots).requireStatus(202);
  }

  private static Answer post(ApiClient client, String... slots) {
    return client.post(PATH, "{\"slots\": [" + String.join(", ", slots) + "]}");
  }

  private static String slot(Instant start, int revision, int tracked, String project) {
    return """
    {"started_at": "%s", "device_id": "laptop", "revision": %d, "tracked_seconds": %d,
     "mouse_seconds": %d, "project_id": "%s"}"""
        .formatted(start, revision, tracked, Math.min(tracked, 600) / 2, project);
  }

  private static String tracked(Instant start, String seconds) {
    return """
    {"started_at": "%s", "device_id": "laptop", "tracked_seconds": %s, "project_id": "p1"}"""
        .formatted(start, seconds);
  }

  private static String other(String user, Instant start) {
    return """
    {"user_id": "%s", "started_at": "%s", "device_id": "agent", "tracked_seconds": 60}"""
        .formatted(user, start);
  }
}
