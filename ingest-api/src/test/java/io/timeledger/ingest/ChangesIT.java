package io.timeledger.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.ingest.testkit.ApiClient;
import io.timeledger.ingest.testkit.RunningPlatform;
import io.timeledger.ingest.testkit.TestWorkspace;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The feed from its end, and parts of it; and how far it is.
class ChangesIT {
  private static final String CHANGES = "/api/v1/changes";
  private static final String END = CHANGES + "?before=9007199254740991";
  private final TestWorkspace workspace = RunningPlatform.shared().newWorkspace();
  private final ApiClient owner = workspace.owner();

  @Test
  void isReadFromItsEndTheNewestFirst() {
    String _ = entry(owner);
    String _ = entry(owner);
    List<Long> forwards = sequences(owner.get(CHANGES + "?limit=500").data());

    JsonNode newest = owner.get(END + "&limit=2").requireStatus(200).json();
    JsonNode rest =
        owner
            .get(CHANGES + "?limit=500&before=" + newest.at("/pagination/next_cursor").asString())
            .json();

    assertThat(newest.at("/pagination/head").asLong()).isEqualTo(forwards.getLast());
    assertThat(newest.at("/pagination/has_more").asBoolean()).isTrue();
    assertThat(rest.at("/pagination/has_more").asBoolean()).isFalse();
    List<Long> backwards = new ArrayList<>(sequences(newest.required("data")));
    backwards.addAll(sequences(rest.required("data")));
    assertThat(backwards).isEqualTo(forwards.reversed());
    assertThat(owner.get(CHANGES + "?after=0&before=9").errorCode()).isEqualTo("invalid_parameter");
  }

  @Test
  void showsTheEventsOfATypeOrAThing() {
    String id = entry(owner);
    String other = entry(owner);
    owner.patch("/api/v1/time-entries/" + id, "{\"description\": \"x\"}").requireStatus(200);

    assertThat(types(owner.get(END + "&entity_id=" + id).data()))
        .containsExactly("time_entry.updated", "time_entry.created");
    assertThat(owner.get(CHANGES + "?event=time_entry.created").data()).hasSize(2);
    assertThat(owner.get(CHANGES + "?event=time_entry.updated&entity_id=" + other).data())
        .isEmpty();
    assertThat(owner.get(CHANGES + "?event=no.such").errorCode()).isEqualTo("invalid_parameter");
    assertThat(
            RunningPlatform.shared()
                .newWorkspace()
                .owner()
                .get(CHANGES + "?entity_id=" + id)
                .data())
        .isEmpty();
  }

  @Test
  void tellsNothingOfHiddenEventsThatWereAskedFor() {
    String id = entry(owner);
    String _ = entry(owner);
    ApiClient member = workspace.member("u_m", "member");

    for (String filter : List.of("?entity_id=" + id, "?event=time_entry.created")) {
      JsonNode answer = member.get(CHANGES + filter + "&limit=1").json();
      assertThat(answer.required("data")).isEmpty();
      assertThat(answer.at("/pagination/has_more").asBoolean()).isFalse();
      assertThat(answer.at("/pagination/next_cursor").asString()).isEqualTo("0");
    }
    String own = entry(member);
    JsonNode mine = member.get(END + "&event=time_entry.created&limit=1").json();
    assertThat(mine.at("/data/0/data/id").asString()).isEqualTo(own);
    assertThat(mine.at("/pagination/has_more").asBoolean()).isFalse();
    assertThat(member.get(END + "&limit=500").body()).contains("hidden").doesNotContain(id);
  }

  @Test
  void theStatusTellsHowFarReadsAre() {
    String _ = entry(owner);
    long head = owner.get(CHANGES).json().at("/pagination/head").asLong();

    JsonNode status = owner.get("/api/v1/status").requireStatus(200).data();

    assertThat(status.required("projected_sequence").asLong()).isGreaterThanOrEqualTo(head);
    assertThat(status.required("head_sequence").asLong()).isGreaterThanOrEqualTo(head);
    assertThat(status.required("lag_seconds").asLong()).isLessThan(60);
    assertThat(status.required("connections_to_sign_in").asInt()).isZero();
    assertThat(status.at("/deliveries/held").asInt(-1)).isZero();
    assertThat(workspace.member("u_m", "manager").get("/api/v1/status").status()).isEqualTo(403);
  }

  private static String entry(ApiClient client) {
    return client
        .post("/api/v1/time-entries", "{\"log_date\": \"2026-04-29\", \"hours\": 1}")
        .requireStatus(201)
        .data()
        .required("id")
        .asString();
  }

  private static List<Long> sequences(JsonNode events) {
    return events.valueStream().map(event -> event.required("sequence").asLong()).toList();
  }

  private static List<String> types(JsonNode events) {
    return events.valueStream().map(event -> event.required("event").asString()).toList();
  }
}
