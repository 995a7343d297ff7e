package io.timeledger.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.ingest.testkit.Answer;
import io.timeledger.ingest.testkit.ApiClient;
import io.timeledger.ingest.testkit.CalendarScene;
import io.timeledger.schemas.calendar.CalendarCommand.SyncNow;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Connections by REST.
class ConnectionIT {
  private static final String CALENDAR = "/api/v1/time/calendar";

  private final CalendarScene scene = new CalendarScene();
  private final ApiClient member = scene.member();
  private final ApiClient owner = scene.workspace().owner();

  @Test
  void connectsAnAddressAndKeepsItToItself() {
    String address = "https://cal.example.com/secret-of-" + scene.workspace().id() + ".ics";
    Answer created =
        member
            .post(
                CALENDAR + "/connections",
                "{\"provider\": \"ics\", \"url\": \"%s\"}".formatted(address))
            .requireStatus(201);
    String id = created.data().required("id").asString();

    assertThat(created.data().required("status").asString()).isEqualTo("connecting");
    assertThat(created.data().required("name").asString()).isEqualTo("cal.example.com");
    Answer found = member.get(CALENDAR + "/connections/" + id).requireStatus(200);
    assertThat(found.data().required("calendars")).isEmpty();
    String shown =
        created.body()
            + found.body()
            + member.get(CALENDAR + "/connections").body()
            + owner.get(CALENDAR + "/connections?all=true").body()
            + owner.get("/api/v1/changes").body()
            + owner.get("/api/v1/audit").body();
    assertThat(shown).contains(id).doesNotContain(address).doesNotContain("secret-of-");
  }

  @Test
  void takesWebcalAndRefusesOtherAddresses() {
    member
        .post(
            CALENDAR + "/connections",
            "{\"provider\": \"ics\", \"url\": \"webcal://cal.example.com/a.ics\"}")
        .requireStatus(201);
    for (String url :
        List.of(
            "http://cal.example.com/a.ics",
            "file:///etc/passwd",
            "https://127.0.0.1/a.ics",
            "https://localhost/a.ics",
            "webcal://10.0.0.1/a.ics",
            "https://user:pw@cal.example.com/a.ics",
            "")) {
      Answer refused =
          member.post(
              CALENDAR + "/connections", "{\"provider\": \"ics\", \"url\": \"%s\"}".formatted(url));
      assertThat(refused.status()).as(url).isEqualTo(422);
      assertThat(refused.body()).contains("\"field\":\"url\"");
    }
    assertThat(member.post(CALENDAR + "/connections", "{\"provider\": \"microsoft\"}").errorCode())
        .isEqualTo("provider_not_configured");
    assertThat(member.post(CALENDAR + "/connections", "{\"provider\": \"google\"}").body())
        .contains("\"field\":\"ticket\"");
  }

  @Test
  void changesAndEndsOnlyOnesOwnConnections() {
    String id = connect(member);
    ApiClient other = scene.workspace().member("u_other", "manager");
    String path = CALENDAR + "/connections/" + id;

    assertThat(other.get(path).errorCode()).isEqualTo("not_found");
    assertThat(other.patch(path, "{\"days_back\": 3}").errorCode()).isEqualTo("not_found");
    assertThat(owner.get(path).requireStatus(200).data().has("name")).isFalse();
    assertThat(owner.patch(path, "{\"days_back\": 3}").errorCode()).isEqualTo("not_found");
    Answer changed =
        member
            .patch(path, "{\"days_back\": 3, \"show_private_titles\": true, \"name\": \"Work\"}")
            .requireStatus(200);
    assertThat(changed.data().required("days_back").asInt()).isEqualTo(3);
    assertThat(member.patch(path, "{\"days_back\": 91}").body()).contains("days_back");
    assertThat(member.patch(path, "{\"name\": \"x\"}", "If-Match", "\"1\"").status())
        .isEqualTo(412);
    Answer ended = owner.delete(path).requireStatus(200);
    assertThat(ended.data().has("name")).isFalse();
    String token = ended.header("X-Consistency-Token").orElseThrow();
    assertThat(member.get(CALENDAR + "/connections", "X-Consistency-Token", token).data())
        .isEmpty();
  }

  @Test
  void asksForARound() {
    String id = connect(member);

    Answer asked = member.post(CALENDAR + "/connections/" + id + "/sync").requireStatus(202);

    assertThat(asked.data().required("round_id").asString()).isEqualTo("rnd_1");
    assertThat(scene.connector().asked())
        .anyMatch(
            command ->
                command.command() instanceof SyncNow sync
                    && sync.connectionId().value().equals(id));
    scene
        .connector()
        .whileSilent(
            () ->
                assertThat(member.post(CALENDAR + "/connections/" + id + "/sync").errorCode())
                    .isEqualTo("calendar_unavailable"));
  }

  @Test
  void needsItsOwnPermission() {
    ApiClient dashboard =
        member.as(
            member
                .post(
                    "/api/v1/tokens",
                    "{\"name\": \"t\", \"scopes\": [\"time:read\", \"time:write\"]}")
                .data()
                .required("secret")
                .asString());
    ApiClient viewer = scene.workspace().member("u_v", "viewer");
    for (ApiClient client : List.of(dashboard, viewer)) {
      for (String path : List.of("/connections", "/blocks", "/rules", "/feeds", "/providers")) {
        assertThat(client.get(CALENDAR + path).errorCode()).as(path).isEqualTo("forbidden");
      }
    }
  }

  private String connect(ApiClient client) {
    return client
        .post(
            CALENDAR + "/connections",
            "{\"provider\": \"ics\", \"url\": \"https://cal.example.com/a.ics\"}")
        .requireStatus(201)
        .data()
        .required("id")
        .asString();
  }
}
