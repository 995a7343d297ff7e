package io.timeledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.acceptance.Api.Answer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What was answered stays answered, and what was derived can be derived again.
class RestartIT {

  @Test
  void answersRepeatedCommandsAlikeAndRebuildsWhatWasDropped(@TempDir Path data) throws Exception {
    try (Platform platform = Platform.start(data)) {
      Api api = platform.member();
      List<Answer> first = everyKindOfCommand(api);

      platform.stop();
      platform.startAgain();

      long events = count(platform, "select count(*) from read.event");
      List<Answer> again = everyKindOfCommand(platform.member());
      for (int i = 0; i < first.size(); i++) {
        assertThat(again.get(i).status()).isEqualTo(first.get(i).status());
        assertThat(again.get(i).data()).isEqualTo(first.get(i).data());
        assertThat(again.get(i).error()).isEqualTo(first.get(i).error());
      }
      assertThat(
              platform
                  .admin()
                  .get("/api/v1/time/reports/summary?from=2026-06-01&to=2026-06-30")
                  .status())
          .isEqualTo(200);
      assertThat(count(platform, "select count(*) from read.event")).isEqualTo(events);

      rebuild(platform);
    }
  }

  private static void rebuild(Platform platform) throws Exception {
    Map<String, List<String>> before = rows(platform);
    try (Connection connection = platform.sql();
        Statement sql = connection.createStatement()) {
      String live =
          only(
              sql,
              "select table_schema from information_schema.view_table_usage where view_schema = 'read' and view_name = 'time_entry'");
      sql.execute("drop schema " + live + " cascade");
      sql.execute("drop schema projector cascade");
    }

    assertThat(platform.operate("rebuild")).contains("is live");

    assertThat(rows(platform)).isEqualTo(before);
    Answer created =
        platform
            .member()
            .post("/api/v1/time-entries", "{\"log_date\": \"2026-06-16\", \"hours\": 1}");
    assertThat(created.status()).isEqualTo(201);
    assertThat(
            platform
                .member()
                .get("/api/v1/time-entries/" + created.data().path("id").asString())
                .status())
        .isEqualTo(200);
  }

  private static List<Answer> everyKindOfCommand(Api api) throws Exception {
    List<Answer> answers = new ArrayList<>();
    answers.add(
        api.post(
            "/api/v1/time-entries",
            "{\"log_date\": \"2026-06-08\", \"hours\": 7.5, \"project_id\": \"website\"}",
            "Idempotency-Key",
            "create"));
    String entry = answers.getFirst().data().path("id").asString();
    String sheet = answers.getFirst().data().path("timesheet_id").asString();
    answers.add(
        api.send(
            "PATCH",
            "/api/v1/time-entries/" + entry,
            "{\"description\": \"edited\"}",
            "Idempotency-Key",
            "edit"));
    answers.add(api.post("/api/v1/time/timer/stop", "", "Idempotency-Key", "refused"));
    answers.add(
        api.post(
            "/api/v1/time/timer/start",
            "{\"entity_type\": \"internal\"}",
            "Idempotency-Key",
            "start"));
    answers.add(api.post("/api/v1/time/timer/stop", "", "Idempotency-Key", "stop"));
    answers.add(
        api.post("/api/v1/timesheets/" + sheet + "/submit", "", "Idempotency-Key", "submit"));
    answers.add(
        api.post(
            "/api/v1/time-entries",
            "{\"log_date\": \"2026-06-08\", \"hours\": 1}",
            "Idempotency-Key",
            "locked"));
    assertThat(answers)
        .extracting(Answer::status)
        .containsExactly(201, 200, 409, 201, 200, 200, 409);
    return answers;
  }

  private static Map<String, List<String>> rows(Platform platform) throws Exception {
    try (Connection connection = platform.sql()) {
      return ReadViews.rows(connection);
    }
  }

  private static long count(Platform platform, String query) throws Exception {
    try (Connection connection = platform.sql();
        Statement sql = connection.createStatement()) {
      return Long.parseLong(only(sql, query));
    }
  }

  private static String only(Statement sql, String query) throws SQLException {
    try (ResultSet found = sql.executeQuery(query)) {
      assertThat(found.next()).isTrue();
      return found.getString(1);
    }
  }
}
