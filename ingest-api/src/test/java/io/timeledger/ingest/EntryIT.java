package io.timeledger.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.ingest.testkit.Answer;
import io.timeledger.ingest.testkit.RunningPlatform;
import io.timeledger.ingest.testkit.TestWorkspace;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class EntryIT {
  private final TestWorkspace workspace = RunningPlatform.shared().newWorkspace();

  @Test
  void answersACreatedEntryWithItsFullState() {
    Answer created =
        workspace
            .owner()
            .post(
                "/api/v1/time-entries",
                """
                {"entity_type": "internal", "log_date": "2026-04-29", "hours": 1.5,
                 "description": "Planning", "tags": ["a"]}
                """);

    assertThat(created.status()).isEqualTo(201);
    assertThat(created.header("ETag")).contains("\"1\"");
    assertThat(created.header("X-API-Version")).contains("v1");
    assertThat(created.header("X-Request-Id")).isPresent();
    assertThat(created.header("X-Consistency-Token")).isPresent();
    assertThat(created.data().required("duration_seconds").asLong()).isEqualTo(5400);
    assertThat(created.data().required("status").asString()).isEqualTo("draft");
  }

  @Test
  void showsAnEntryExactlyAsItsWriteDid() {
    Answer created =
        workspace
            .owner()
            .post(
                "/api/v1/time-entries",
                """
                {"started_at": "2026-04-29T10:00:00+02:00", "ended_at": "2026-04-29T11:30:00+02:00",
                 "project_id": "p1", "task_id": "t1", "entity_type": "task", "entity_id": "t1",
                 "billable": true, "external_source": "jira", "external_id": "W-1"}
                """);
    String id = created.data().required("id").asString();

    Answer read = workspace.owner().get("/api/v1/time-entries/" + id);

    assertThat(read.status()).isEqualTo(200);
    assertThat(read.data()).isEqualTo(created.data());
    assertThat(read.header("ETag")).isEqualTo(created.header("ETag"));
    assertThat(read.header("X-Stale")).isEmpty();
  }

  @Test
  void answersTheSameExternalIdWithTheFirstEntry() {
    String body =
        """
        {"log_date": "2026-04-29", "hours": 1, "external_source": "jira", "external_id": "W-2"}
        """;
    Answer first = workspace.owner().post("/api/v1/time-entries", body).requireStatus(201);

    Answer second = workspace.owner().post("/api/v1/time-entries", body);

    assertThat(second.status()).isEqualTo(200);
    assertThat(second.data().required("id")).isEqualTo(first.data().required("id"));
  }

  @Test
  void refusesAChangeOfAVersionThatIsGone() {
    String id = entry("2026-04-29", "1");
    workspace
        .owner()
        .patch("/api/v1/time-entries/" + id, "{\"hours\": 2}", "If-Match", "\"1\"")
        .requireStatus(200);

    Answer stale =
        workspace
            .owner()
            .patch("/api/v1/time-entries/" + id, "{\"hours\": 3}", "If-Match", "\"1\"");

    assertThat(stale.status()).isEqualTo(412);
    assertThat(stale.errorCode()).isEqualTo("version_mismatch");
  }

  @Test
  void clearsWithNullAndKeepsWhatIsAbsent() {
    String id =
        workspace
            .owner()
            .post(
                "/api/v1/time-entries",
                """
                {"log_date": "2026-04-29", "hours": 1, "description": "a", "tags": ["x"]}
                """)
            .data()
            .required("id")
            .asString();

    Answer patched =
        workspace.owner().patch("/api/v1/time-entries/" + id, "{\"description\": null}");

    assertThat(patched.data().required("description").isNull()).isTrue();
    assertThat(patched.data().required("tags").size()).isEqualTo(1);
  }

  @Test
  void keepsDeletedEntriesReadableOnDemand() {
    String id = entry("2026-04-30", "1");
    Answer deleted = workspace.owner().delete("/api/v1/time-entries/" + id);

    assertThat(deleted.status()).isEqualTo(200);
    assertThat(deleted.data().required("deleted_at").isNull()).isFalse();
    assertThat(ids("?from=2026-04-30&to=2026-04-30")).doesNotContain(id);
    assertThat(ids("?from=2026-04-30&to=2026-04-30&include_deleted=true")).contains(id);
  }

  @Test
  void pagesByCursorWithoutSkippingOrRepeatingWhileRowsComeAndGo() {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      all.add(entry("2026-03-0" + (i + 1), "1"));
    }
    List<String> seen = new ArrayList<>();
    String next = "";
    do {
      Answer page =
          workspace.owner().get("/api/v1/time-entries?limit=2&sort=log_date&to=2026-03-31" + next);
      page.data().forEach(entry -> seen.add(entry.required("id").asString()));
      JsonNode cursor = page.json().at("/pagination/next_cursor");
      next = cursor.isNull() ? "" : "&cursor=" + cursor.asString();
      // Before the cursor a row goes, and another comes: neither moves what follows.
      if (seen.size() == 2) {
        workspace.owner().delete("/api/v1/time-entries/" + seen.getFirst()).requireStatus(200);
        entry("2026-02-01", "1");
      }
    } while (!next.isEmpty());

    assertThat(seen).containsExactlyElementsOf(all);
  }

  @Test
  void pagesByNumberWithTheTotal() {
    for (int i = 0; i < 3; i++) {
      entry("2026-01-05", "1");
    }

    Answer page =
        workspace.owner().get("/api/v1/time-entries?from=2026-01-05&to=2026-01-05&page=2&limit=2");

    assertThat(page.json().at("/pagination/total").asLong()).isEqualTo(3);
    assertThat(page.json().at("/pagination/page").asInt()).isEqualTo(2);
    assertThat(page.json().at("/pagination/has_more").asBoolean()).isFalse();
    assertThat(page.data().size()).isEqualTo(1);
  }

  @Test
  void refusesACursorOfAnotherList() {
    entry("2026-01-06", "1");
    entry("2026-01-06", "1");
    String cursor =
        workspace
            .owner()
            .get("/api/v1/time-entries?limit=1")
            .json()
            .at("/pagination/next_cursor")
            .asString();

    Answer other = workspace.owner().get("/api/v1/time-entries?billable=true&cursor=" + cursor);

    assertThat(other.status()).isEqualTo(400);
    assertThat(other.errorCode()).isEqualTo("invalid_cursor");
  }

  private String entry(String day, String hours) {
    return workspace
        .owner()
        .post("/api/v1/time-entries", "{\"log_date\": \"%s\", \"hours\": %s}".formatted(day, hours))
        .requireStatus(201)
        .data()
        .required("id")
        .asString();
  }

  private List<String> ids(String query) {
    List<String> ids = new ArrayList<>();
    workspace
        .owner()
        .get("/api/v1/time-entries" + query)
        .requireStatus(200)
        .data()
        .forEach(entry -> ids.add(entry.required("id").asString()));
    return ids;
  }
}
