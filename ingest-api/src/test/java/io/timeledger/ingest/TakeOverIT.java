package io.timeledger.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.ingest.testkit.ApiClient;
import io.timeledger.ingest.testkit.RunningPlatform;
import io.timeledger.schemas.text.Placeholders;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class TakeOverIT {
  private static final int ROWS = 500;
  private static final LocalDate FIRST_DAY = LocalDate.of(2024, 1, 1);
  private static final String PLACEHOLDER = Placeholders.ofEmail("ann@x.example").value();
  private final ApiClient owner = RunningPlatform.shared().newWorkspace().owner();

  @Test
  void aMemberWhoComesAfterTheImportHasTheTime() {
    importFile();
    assertThat(entriesOf(PLACEHOLDER)).isEqualTo(ROWS);

    owner
        .put("/api/v1/members/ann", "{\"name\": \"Ann\", \"email\": \"ann@x.example\"}")
        .requireStatus(201);

    assertThat(entriesOf("ann")).isEqualTo(ROWS);
    assertThat(entriesOf(PLACEHOLDER)).isZero();
    assertThat(total("ann")).isEqualTo(ROWS * 3600L);
    assertThat(total(PLACEHOLDER)).isZero();
    JsonNode placeholder = owner.get("/api/v1/members/" + PLACEHOLDER).data();
    assertThat(placeholder.required("active").asBoolean()).isFalse();
    importFile();
    assertThat(entriesOf("ann")).isEqualTo(ROWS);
    assertThat(entriesOf(PLACEHOLDER)).isZero();
  }

  private void importFile() {
    owner
        .send(
            "POST",
            "/api/v1/imports?format=toggl&timezone=Europe/Berlin",
            file(),
            "Content-Type",
            "text/csv; charset=utf-8")
        .requireStatus(200);
  }

  private static String file() {
    StringBuilder file =
        new StringBuilder(
            "User,Email,Client,Project,Task,Description,Billable,Start date,Start time,End date,"
                + "End time,Duration,Tags\n");
    for (int i = 0; i < ROWS; i++) {
      LocalDate day = FIRST_DAY.plusDays(i);
      file.append(
          "Ann,Ann@x.example,Acme,Site,Build,Work,Yes,%s,09:00:00,%s,10:00:00,01:00:00,\n"
              .formatted(day, day));
    }
    return file.toString();
  }

  private int entriesOf(String user) {
    return owner
        .get("/api/v1/time-entries?page=1&limit=1&user_id=" + user)
        .requireStatus(200)
        .json()
        .at("/pagination/total")
        .asInt();
  }

  private long total(String user) {
    JsonNode totals =
        owner
            .get("/api/v1/time/reports/rollups?dimension=user&bucket=month&dimension_id=" + user)
            .requireStatus(200)
            .data();
    return totals.valueStream().mapToLong(one -> one.required("total_seconds").asLong()).sum();
  }
}
