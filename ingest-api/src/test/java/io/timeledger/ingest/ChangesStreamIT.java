package io.timeledger.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.ingest.testkit.Answer;
import io.timeledger.ingest.testkit.ApiClient;
import io.timeledger.ingest.testkit.EventReader;
import io.timeledger.ingest.testkit.RunningPlatform;
import io.timeledger.ingest.testkit.TestWorkspace;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

class ChangesStreamIT {
  private static final String STREAM = "/api/v1/changes/stream";
  private static final String ENTRY = "{\"log_date\": \"2026-04-29\", \"hours\": 1}";
  private final TestWorkspace workspace = RunningPlatform.shared().newWorkspace();
  private final ApiClient owner = workspace.owner();

  @Test
  void isTheFeedAsItHappens() {
    owner.post("/api/v1/time-entries", ENTRY).requireStatus(201);
    JsonNode before = owner.get("/api/v1/changes").data();
    try (EventReader reader = EventReader.open(owner, STREAM + "?after=0")) {
      for (JsonNode event : before) {
        assertThat(reader.next().data()).isEqualTo(event);
      }

      owner.post("/api/v1/time-entries", ENTRY).requireStatus(201);

      EventReader.Event created = reader.next();
      assertThat(created.data().required("event").asString()).isEqualTo("time_entry.created");
      assertThat(created.id()).isEqualTo(before.size() + 1);
      assertThat(created.data().required("sequence").asLong()).isEqualTo(created.id());
    }
  }

  @Test
  void beginsNowUnlessToldOtherwiseAndGoesOnWhereTheReaderLeft() {
    owner.post("/api/v1/time-entries", ENTRY).requireStatus(201);
    long newest = owner.get("/api/v1/changes").data().size();

    try (EventReader reader = EventReader.open(owner, STREAM)) {
      assertThat(reader.begin()).isEqualTo(newest);
      owner.post("/api/v1/time-entries", ENTRY).requireStatus(201);
      assertThat(reader.next().id()).isEqualTo(newest + 1);
    }
    try (EventReader again =
        EventReader.open(owner, STREAM + "?after=0", "Last-Event-ID", Long.toString(newest - 1))) {
      assertThat(again.next().id()).isEqualTo(newest);
    }
    assertThat(owner.get(STREAM, "Last-Event-ID", "x").errorCode()).isEqualTo("invalid_parameter");
    assertThat(owner.get(STREAM + "?after=-1").errorCode()).isEqualTo("invalid_parameter");
  }

  @Test
  void hidesWhatTheReaderMayNotSee() {
    ApiClient member = workspace.member("u_m", "member");
    long before = owner.get("/api/v1/changes").data().size();
    owner.post("/api/v1/time-entries", ENTRY).requireStatus(201);
    long newest = owner.get("/api/v1/changes").data().size();

    try (EventReader reader = EventReader.open(member, STREAM + "?after=" + before)) {
      EventReader.Event last = reader.next();
      while (last.id() < newest) {
        last = reader.next();
      }

      assertThat(last.data().propertyNames()).containsExactlyInAnyOrder("sequence", "hidden");
      assertThat(last.data().required("hidden").asBoolean()).isTrue();
    }
  }

  @Test
  void endsBeforeAnEventOfATypeThatOnlyANewerReleaseKnows() throws SQLException {
    owner.post("/api/v1/time-entries", ENTRY).requireStatus(201);
    owner.post("/api/v1/time-entries", ENTRY).requireStatus(201);
    long newest = owner.get("/api/v1/changes").data().size();
    long unknown = newest - 1;
    try (Connection connection = RunningPlatform.shared().database().connect();
        PreparedStatement statement =
            connection.prepareStatement(
                """
                update projection_1.event
                set body = replace(body, '"time_entry.created"', '"expense.created"')
                where workspace_id = ? and sequence = ?
                """)) {
      statement.setString(1, workspace.id());
      statement.setLong(2, unknown);
      assertThat(statement.executeUpdate()).isEqualTo(1);
    }

    Answer feed = owner.get("/api/v1/changes").requireStatus(200);
    assertThat(feed.data()).hasSize((int) unknown - 1);
    assertThat(feed.json().at("/pagination/has_more").asBoolean()).isFalse();
    assertThat(owner.get("/api/v1/audit").requireStatus(200).data()).hasSize((int) newest);
    try (EventReader reader = EventReader.open(owner, STREAM + "?after=" + (unknown - 2))) {
      assertThat(reader.next().id()).isEqualTo(unknown - 1);
      assertThat(reader.endsWithin(Duration.ofSeconds(20))).isTrue();
    }
  }

  @Test
  void endsWhenTheTokenIsRevoked() {
    Answer created = owner.post("/api/v1/tokens", "{\"name\": \"short\"}").requireStatus(201);
    try (EventReader reader =
        EventReader.open(owner.as(created.data().required("secret").asString()), STREAM)) {
      owner.delete("/api/v1/tokens/" + created.data().required("id").asString()).requireStatus(200);

      assertThat(reader.endsWithin(Duration.ofSeconds(20))).isTrue();
    }
  }

  @Test
  void theOldestStreamOfATokenGivesWayToOneMore() {
    List<EventReader> open = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      open.add(EventReader.open(owner, STREAM));
    }

    open.add(EventReader.open(owner, STREAM));

    assertThat(open.getFirst().endsWithin(Duration.ofSeconds(20))).isTrue();
    owner.post("/api/v1/time-entries", ENTRY).requireStatus(201);
    open.stream().skip(1).forEach(reader -> assertThat(reader.next().data().has("event")).isTrue());
    open.forEach(EventReader::close);
  }

  @Test
  void refusesAPlaceBeyondTheNewestEvent() {
    String beyond = Integer.toString(owner.get("/api/v1/changes").data().size() + 1_000);

    Answer header = owner.get(STREAM, "Last-Event-ID", beyond);
    Answer query = owner.get(STREAM + "?after=" + beyond);
    Answer feed = owner.get("/api/v1/changes?after=" + beyond);

    assertThat(List.of(header.status(), query.status(), feed.status())).containsOnly(400);
    assertThat(header.body()).contains("Last-Event-ID: Expected at most");
    assertThat(query.body()).contains("after: Expected at most");
    assertThat(feed.body()).contains("after: Expected at most");
  }

  @Test
  void endsCleanlyAndSoonWhenTheServiceStops() {
    ConfigurableApplicationContext api = RunningPlatform.shared().startApi();
    ApiClient client = RunningPlatform.client(api);
    RunningPlatform.awaitReady(client);
    try (EventReader reader =
        EventReader.open(new ApiClient(client.base(), owner.token()), STREAM)) {
      long start = System.nanoTime();
      api.close();

      assertThat(reader.endsWithin(Duration.ofSeconds(20))).isTrue();
      // Well before the time that requests get to end by themselves.
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(6));
    }
  }

  @Test
  void answersTheHeadOfAStreamAtOnce() {
    Answer head = owner.send("HEAD", STREAM, null);

    assertThat(head.status()).isEqualTo(200);
    assertThat(head.header("Content-Type")).contains("text/event-stream");
  }

  @Test
  void leavesRoomForRequestsHoweverManyAreOpen() {
    ConfigurableApplicationContext api =
        RunningPlatform.shared().startApi("--timeledger.streams.per-token=300");
    try (api) {
      ApiClient client = RunningPlatform.client(api);
      RunningPlatform.awaitReady(client);
      ApiClient known = new ApiClient(client.base(), owner.token());
      List<EventReader> open = new ArrayList<>();
      for (int i = 0; i < 220; i++) {
        open.add(EventReader.open(known, STREAM));
      }

      owner.post("/api/v1/time-entries", ENTRY).requireStatus(201);

      assertThat(known.get("/api/v1/me").status()).isEqualTo(200);
      open.forEach(reader -> assertThat(reader.next().data().has("event")).isTrue());
      open.forEach(EventReader::close);
    }
  }
}
