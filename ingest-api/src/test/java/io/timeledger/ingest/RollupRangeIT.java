package io.timeledger.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.ingest.testkit.ApiClient;
import io.timeledger.ingest.testkit.RunningPlatform;
import io.timeledger.ingest.testkit.TestWorkspace;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Totals of a whole range, of the largest, and by client.
class RollupRangeIT {
  private static final String ROLLUPS = "/api/v1/time/reports/rollups";
  private static final String RANGE = "?bucket=range&from=2026-03-15&to=2026-05-10";
  private final TestWorkspace workspace = RunningPlatform.shared().newWorkspace();
  private final ApiClient owner = workspace.owner();

  @Test
  void givesOneTotalPerIdOfAllDays() {
    record("2026-03-14", 8, "a");
    record("2026-03-15", 1, "a");
    record("2026-04-10", 2, "a");
    record("2026-05-10", 4, "a");
    record("2026-05-11", 8, "a");
    record("2026-04-30", 1, "b");

    JsonNode items = owner.get(ROLLUPS + RANGE + "&dimension=project").requireStatus(200).data();

    assertThat(ids(items)).containsExactly("b", "a");
    JsonNode first = items.get(1);
    assertThat(first.required("total_seconds").asLong()).isEqualTo(7 * 3_600);
    assertThat(first.required("period").asString()).isEqualTo("2026-03-15/2026-05-10");
    assertThat(first.required("period_start").asString()).isEqualTo("2026-03-15");
    assertThat(first.required("period_end").asString()).isEqualTo("2026-05-10");
    JsonNode page = owner.get(ROLLUPS + RANGE + "&dimension=project&limit=1").json();
    assertThat(ids(page.required("data"))).containsExactly("b");
    assertThat(
            ids(
                owner
                    .get(
                        ROLLUPS
                            + RANGE
                            + "&dimension=project&limit=1&cursor="
                            + page.at("/pagination/next_cursor").asString())
                    .data()))
        .containsExactly("a");
    assertThat(owner.get(ROLLUPS + "?bucket=range&from=2026-01-01").errorCode())
        .isEqualTo("invalid_parameter");
    assertThat(owner.get("/api/v1/time/reports/rollups.csv" + RANGE + "&dimension=project").body())
        .contains("2026-03-15/2026-05-10");
  }

  @Test
  void ranksTheLargest() {
    record("2026-04-01", 1, "small");
    record("2026-04-01", 3, "mid");
    record("2026-04-02", 5, "big");
    record("2026-06-01", 9, "small");

    assertThat(ids(owner.get(ROLLUPS + RANGE + "&dimension=project&top=2").data()))
        .containsExactly("big", "mid");
    assertThat(
            ids(
                owner
                    .get(ROLLUPS + "?dimension=project&top=1&from=2026-04-01&to=2026-04-30")
                    .data()))
        .containsExactly("big");
    assertThat(owner.get(ROLLUPS + RANGE + "&top=2&page=1").errorCode())
        .isEqualTo("invalid_parameter");
    assertThat(owner.get(ROLLUPS + "?top=101").errorCode()).isEqualTo("invalid_parameter");
  }

  @Test
  void sumsTheProjectsOfAClient() {
    owner.put("/api/v1/clients/acme", "{\"name\": \"Acme\"}").requireStatus(201);
    for (String project : List.of("one", "two")) {
      owner
          .put("/api/v1/projects/" + project, "{\"name\": \"P\", \"client_id\": \"acme\"}")
          .requireStatus(201);
      record("2026-04-01", 2, project);
    }
    record("2026-04-01", 2, "none");

    JsonNode days = owner.get(ROLLUPS + "?dimension=client").requireStatus(200).data();
    JsonNode range = owner.get(ROLLUPS + RANGE + "&dimension=client&dimension_id=acme").data();

    assertThat(ids(days)).containsExactly("acme");
    assertThat(days.get(0).required("dimension").asString()).isEqualTo("client");
    assertThat(days.get(0).required("total_seconds").asLong()).isEqualTo(4 * 3_600);
    assertThat(range.get(0).required("total_seconds").asLong()).isEqualTo(4 * 3_600);
    ApiClient member = workspace.member("u_m", "member");
    assertThat(member.get(ROLLUPS + "?dimension=client").status()).isEqualTo(403);
  }

  private static List<String> ids(JsonNode items) {
    return items.valueStream().map(item -> item.required("dimension_id").asString()).toList();
  }

  private void record(String day, int hours, String project) {
    owner
        .post(
            "/api/v1/time-entries",
            "{\"log_date\": \"%s\", \"hours\": %d, \"project_id\": \"%s\"}"
                .formatted(day, hours, project))
        .requireStatus(201);
  }
}
