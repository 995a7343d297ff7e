package io.timeledger.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.timeledger.ingest.testkit.Answer;
import io.timeledger.ingest.testkit.ApiClient;
import io.timeledger.ingest.testkit.RunningPlatform;
import io.timeledger.ingest.testkit.TestWorkspace;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class FeedIT {
  private static final String FEEDS = "/api/v1/time/calendar/feeds";
  private static final String FEED = "/api/v1/time/calendar/feed/";

  private final RunningPlatform platform = RunningPlatform.shared();
  private final TestWorkspace workspace = platform.newWorkspace();
  private final ApiClient member = workspace.member("u_m", "member");
  private final ApiClient nobody = platform.client();

  @Test
  void showsOnesOwnStoppedTimeToWhoeverHasTheAddress() {
    workspace.owner().put("/api/v1/projects/site", "{\"name\": \"Site; north\"}");
    String entry = track(member, "{\"log_date\": \"%s\", \"hours\": 2, \"description\": \"Plan\"}");
    track(workspace.owner(), "{\"log_date\": \"%s\", \"hours\": 1, \"description\": \"Other\"}");
    member.post("/api/v1/time/timer/start", "{\"project_id\": \"site\"}").requireStatus(201);
    String timer =
        member.post("/api/v1/time/timer/stop").requireStatus(200).data().required("id").asString();

    String phone = create("{\"name\": \"Phone\"}");
    await().atMost(Duration.ofSeconds(10)).until(() -> text(phone).contains(timer));
    String byProject = text(create("{\"name\": \"Phone\"}"));
    String byDescription = text(create("{\"name\": \"Mac\", \"show\": \"description\"}"));
    String busy = text(create("{\"name\": \"Family\", \"show\": \"busy\", \"days\": 7}"));

    assertThat(byProject)
        .startsWith("BEGIN:VCALENDAR\r\n")
        .contains("REFRESH-INTERVAL;VALUE=DURATION:PT15M\r\n")
        .contains("UID:" + entry + "@feed.timeledger\r\n")
        .contains("UID:" + timer + "@feed.timeledger\r\n")
        .contains("SUMMARY:Site\\; north\r\n", "TRANSP:TRANSPARENT\r\n")
        .doesNotContain("Plan", "Other");
    assertThat(byDescription).contains("SUMMARY:Plan\r\n");
    assertThat(busy).contains("SUMMARY:Busy\r\n").doesNotContain("Site", "Plan");
  }

  @Test
  void isNotSentAgainUntilSomethingChanges() {
    track(member, "{\"log_date\": \"%s\", \"hours\": 2}");
    String path = create("{\"name\": \"Phone\"}");
    String etag = nobody.get(path).header("ETag").orElseThrow();

    assertThat(nobody.get(path).header("Content-Type")).hasValue("text/calendar;charset=utf-8");
    assertThat(nobody.get(path, "If-None-Match", etag).status()).isEqualTo(304);
    track(member, "{\"log_date\": \"%s\", \"hours\": 3}");
    // the address is no session: the feed follows the read models
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> nobody.get(path, "If-None-Match", etag).status() == 200);
  }

  @Test
  void opensNothingElseAndOtherTokensOpenNoFeed() {
    String path = create("{\"name\": \"Phone\"}");
    ApiClient feed = nobody.as(path.substring(FEED.length(), path.indexOf(".ics")));

    for (String other :
        new String[] {"/api/v1/time-entries", "/api/v1/time/calendar/blocks", FEEDS}) {
      assertThat(feed.get(other).errorCode()).as(other).isEqualTo("forbidden");
    }
    String token =
        member.post("/api/v1/tokens", "{\"name\": \"t\"}").data().required("secret").asString();
    assertThat(nobody.get(FEED + token + ".ics").errorCode()).isEqualTo("not_found");
    assertThat(nobody.get(FEED + "tlp_01ARZ3NDEKTSV4RRFFQ69G5FAV_x.ics").errorCode())
        .isEqualTo("not_found");
    assertThat(nobody.get(FEED + "x.ics").errorCode()).isEqualTo("not_found");
    assertThat(nobody.get(path + "&days=367").errorCode()).isEqualTo("invalid_parameter");
  }

  @Test
  void isListedWithoutItsAddressAndEnds() {
    String path = create("{\"name\": \"Phone\"}");
    member.post("/api/v1/tokens", "{\"name\": \"other\"}").requireStatus(201);
    JsonNode feeds = member.get(FEEDS).requireStatus(200).data();

    assertThat(feeds).hasSize(1);
    assertThat(feeds.get(0).has("url")).isFalse();
    String id = feeds.get(0).required("id").asString();
    ApiClient other = workspace.member("u_other", "member");
    assertThat(other.delete(FEEDS + "/" + id).errorCode()).isEqualTo("not_found");
    member.delete(FEEDS + "/" + id).requireStatus(200);
    assertThat(nobody.get(path).errorCode()).isEqualTo("not_found");
    assertThat(member.get(FEEDS).data()).isEmpty();
  }

  @Test
  void showsItsAddressOnce() {
    Answer first =
        member.post(FEEDS, "{\"name\": \"Phone\"}", "Idempotency-Key", "k").requireStatus(201);
    Answer again =
        member.post(FEEDS, "{\"name\": \"Phone\"}", "Idempotency-Key", "k").requireStatus(201);

    assertThat(first.data().required("url").asString()).contains(FEED);
    assertThat(again.data().required("url").isNull()).isTrue();
    assertThat(again.data().required("id")).isEqualTo(first.data().required("id"));
  }

  /// The path and query of a new feed.
  private String create(String body) {
    URI url =
        URI.create(member.post(FEEDS, body).requireStatus(201).data().required("url").asString());
    return url.getRawPath() + "?" + url.getRawQuery();
  }

  private String text(String path) {
    return nobody.get(path).requireStatus(200).body();
  }

  private static String track(ApiClient client, String body) {
    return client
        .post("/api/v1/time-entries", body.formatted(LocalDate.now(ZoneOffset.UTC).minusDays(1)))
        .requireStatus(201)
        .data()
        .required("id")
        .asString();
  }
}
