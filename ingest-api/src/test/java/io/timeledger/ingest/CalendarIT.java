package io.timeledger.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.ingest.testkit.Answer;
import io.timeledger.ingest.testkit.ApiClient;
import io.timeledger.ingest.testkit.RunningPlatform;
import io.timeledger.ingest.testkit.StandInConnector;
import io.timeledger.ingest.testkit.TestWorkspace;
import io.timeledger.schemas.calendar.CalendarCommand.SyncNow;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Connections, blocks and rules by REST; what is read of calendars is the connector's.
class CalendarIT {
  private static final String CALENDAR = "/api/v1/time/calendar";
  private static final String BLOCKS = CALENDAR + "/blocks";
  private static final String WEEK = BLOCKS + "?from=2026-04-27&to=2026-05-03";

  private final RunningPlatform platform = RunningPlatform.shared();
  private final StandInConnector connector = platform.connector();
  private final TestWorkspace workspace = platform.newWorkspace();
  private final ApiClient member = workspace.member("u_m", "member");
  private final ApiClient owner = workspace.owner();

  @Test
  void connectsAnAddressAndKeepsItToItself() {
    String address = "https://cal.example.com/secret-of-" + workspace.id() + ".ics";
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
    assertThat(member.post(CALENDAR + "/connections", "{\"provider\": \"google\"}").errorCode())
        .isEqualTo("provider_not_configured");
  }

  @Test
  void changesAndEndsOnlyOnesOwnConnections() {
    String id = connect(member);
    ApiClient other = workspace.member("u_other", "manager");
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
    assertThat(connector.asked())
        .anyMatch(
            command ->
                command.command() instanceof SyncNow sync
                    && sync.connectionId().value().equals(id));
    connector.whileSilent(
        () ->
            assertThat(member.post(CALENDAR + "/connections/" + id + "/sync").errorCode())
                .isEqualTo("calendar_unavailable"));
  }

  @Test
  void listsTheWeekInTheOrderOfTheBegin() {
    meeting("blk_b", "Planning", "2026-04-29T08:00:00Z", "2026-04-29T09:00:00Z");
    meeting("blk_a", "Review", "2026-04-29T10:00:00Z", "2026-04-29T11:30:00Z");
    meeting("blk_c", "Elsewhere", "2026-05-04T10:00:00Z", "2026-05-04T11:00:00Z");
    connector.wholeDays(workspace.id(), "u_m", "blk_d", "Holiday", "2026-04-25", "2026-04-28");

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
    meeting("blk_b", "Planning", "2026-04-29T08:00:00Z", "2026-04-29T09:00:00Z");
    String etag = member.get(WEEK).header("ETag").orElseThrow();

    assertThat(member.get(WEEK, "If-None-Match", etag).status()).isEqualTo(304);
    member.post(BLOCKS + "/blk_b/dismiss").requireStatus(200);
    assertThat(member.get(WEEK, "If-None-Match", etag).status()).isEqualTo(200);
  }

  @Test
  void convertsOnceHoweverOftenItIsAskedTo() throws Exception {
    meeting("blk_b", "Planning", "2026-04-29T08:00:00Z", "2026-04-29T09:00:00Z");
    Set<String> entries = new ConcurrentSkipListSet<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
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
  void isPendingAgainAfterItsEntryWasDeletedAndRestoresThatEntry() {
    meeting("blk_b", "Planning", "2026-04-29T08:00:00Z", "2026-04-29T09:00:00Z");
    String entry = converted("blk_b");
    member.delete("/api/v1/time-entries/" + entry).requireStatus(200);
    assertThat(state("blk_b")).isEqualTo("pending");

    assertThat(converted("blk_b")).isEqualTo(entry);
    assertThat(state("blk_b")).isEqualTo("converted");
  }

  @Test
  void convertsWithWhatTheMemberSays() {
    owner.put("/api/v1/projects/site", "{\"name\": \"Site\"}").requireStatus(201);
    meeting("blk_b", "Planning", "2026-04-29T08:00:00Z", "2026-04-29T09:00:00Z");
    connector.wholeDays(workspace.id(), "u_m", "blk_d", "Offsite", "2026-04-28", "2026-04-29");

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
    meeting("blk_a", "One", "2026-04-29T08:00:00Z", "2026-04-29T09:00:00Z");
    meeting("blk_b", "Two", "2026-04-29T09:00:00Z", "2026-04-29T10:00:00Z");
    connector.wholeDays(workspace.id(), "u_m", "blk_d", "Holiday", "2026-04-28", "2026-04-29");

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
  void dismissesAndRestores() {
    meeting("blk_a", "One", "2026-04-29T08:00:00Z", "2026-04-29T09:00:00Z");
    meeting("blk_b", "Two", "2026-04-29T09:00:00Z", "2026-04-29T10:00:00Z");

    Answer dismissed = member.post(BLOCKS + "/blk_a/dismiss").requireStatus(200);
    assertThat(dismissed.data().required("state").asString()).isEqualTo("dismissed");
    assertThat(ids(WEEK + "&state=pending")).containsExactly("blk_b");
    assertThat(ids(WEEK + "&state=dismissed")).containsExactly("blk_a");
    Answer restored = member.post(BLOCKS + "/blk_a/restore").requireStatus(200);
    assertThat(restored.data().required("state").asString()).isEqualTo("pending");
    assertThat(
            member.post(BLOCKS + "/dismiss", "{\"ids\": [\"blk_a\", \"blk_unknown\"]}").errorCode())
        .isEqualTo("not_found");
    member.post(BLOCKS + "/dismiss", "{\"ids\": [\"blk_a\", \"blk_b\"]}").requireStatus(200);
    assertThat(ids(WEEK + "&state=pending")).isEmpty();
  }

  @Test
  void takesOverWhatTheCalendarChanged() {
    meeting("blk_a", "One", "2026-04-29T08:00:00Z", "2026-04-29T09:00:00Z");
    String entry =
        member
            .post(
                BLOCKS + "/blk_a/convert",
                "{\"started_at\": \"2026-04-29T07:00:00Z\", \"ended_at\": \"2026-04-29T07:30:00Z\"}")
            .requireStatus(201)
            .data()
            .required("id")
            .asString();
    connector.drift(workspace.id(), "blk_a", "moved");
    assertThat(ids(WEEK + "&drift=true")).containsExactly("blk_a");

    Answer applied = member.post(BLOCKS + "/blk_a/apply").requireStatus(200);

    assertThat(applied.data().required("id").asString()).isEqualTo(entry);
    assertThat(applied.data().required("duration_seconds").asInt()).isEqualTo(3600);
    assertThat(applied.data().required("started_at").asString()).isEqualTo("2026-04-29T08:00:00Z");
  }

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
    meeting("blk_a", "Planning", "2026-04-29T08:00:00Z", "2026-04-29T09:00:00Z");
    meeting("blk_l", "Lunch with Bo", "2026-04-29T10:00:00Z", "2026-04-29T11:00:00Z");

    assertThat(ids(WEEK)).containsExactly("blk_a");
    assertThat(ids(WEEK + "&hidden=true")).containsExactly("blk_a", "blk_l");
    assertThat(member.get(WEEK).data().get(0).at("/proposal/project_id").asString())
        .isEqualTo("site");
    JsonNode entry = member.post(BLOCKS + "/blk_a/convert").requireStatus(201).data();
    assertThat(entry.required("project_id").asString()).isEqualTo("site");
    assertThat(entry.at("/tags/0").asString()).isEqualTo("acme");
    assertThat(owner.get(CALENDAR + "/rules/lunch").errorCode()).isEqualTo("not_found");
  }

  @Test
  void showsWhatARuleWouldDo() {
    meeting("blk_a", "Standup", "2026-04-29T08:00:00Z", "2026-04-29T09:00:00Z");
    meeting("blk_b", "Planning", "2026-04-29T09:00:00Z", "2026-04-29T10:00:00Z");

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
    ApiClient viewer = workspace.member("u_v", "viewer");
    for (ApiClient client : List.of(dashboard, viewer)) {
      for (String path : List.of("/connections", "/blocks", "/rules", "/feeds")) {
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

  private void meeting(String id, String title, String start, String end) {
    connector.meeting(workspace.id(), "u_m", id, title, start, end);
  }

  private String converted(String block) {
    return member.post(BLOCKS + "/" + block + "/convert").data().required("id").asString();
  }

  private String state(String block) {
    return member.get(BLOCKS + "/" + block).data().required("state").asString();
  }

  private List<String> ids(String path) {
    return member
        .get(path)
        .requireStatus(200)
        .data()
        .valueStream()
        .map(block -> block.required("id").asString())
        .toList();
  }
}
