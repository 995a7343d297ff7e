package io.timeledger.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.timeledger.ingest.testkit.Answer;
import io.timeledger.ingest.testkit.ApiClient;
import io.timeledger.ingest.testkit.RunningPlatform;
import io.timeledger.ingest.testkit.TestWorkspace;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ExportIT {
  private static final String EXPORT = "/api/v1/time-entries/export.csv";
  private static final RunningPlatform PLATFORM = RunningPlatform.shared();
  private final TestWorkspace workspace = PLATFORM.newWorkspace();
  private final ApiClient owner = workspace.owner();

  @Test
  void saysWhatTheListSays() {
    batch(700, "\"a, \\\"b\\\"\\n é %d\"", "2026-04-%02d");

    Answer csv = owner.get(EXPORT + "?from=2026-04-03");
    List<NamedCsvRecord> rows = rows(csv);

    assertThat(csv.header("Content-Type").orElseThrow()).startsWith("text/csv");
    assertThat(csv.body()).contains("\r\n");
    assertThat(rows).hasSize(650);
    JsonNode page =
        owner.get("/api/v1/time-entries?from=2026-04-03&limit=500&sort=log_date").data();
    for (int i = 0; i < page.size(); i++) {
      for (String field :
          List.of("id", "log_date", "description", "hours", "status", "updated_at")) {
        assertThat(rows.get(i).getField(field)).isEqualTo(page.get(i).required(field).asString());
      }
    }
  }

  @Test
  void hidesWhatTheListHides() {
    ApiClient member = workspace.member("u_m", "member");
    owner
        .post(
            "/api/v1/time/rates",
            "{\"hourly_rate\": 90, \"cost_rate\": 41, \"effective_from\": \"2020-01-01\"}")
        .requireStatus(201);
    owner.post("/api/v1/time-entries", "{\"log_date\": \"2026-04-29\", \"hours\": 1}");
    Answer own =
        member.post(
            "/api/v1/time-entries",
            "{\"log_date\": \"2026-04-29\", \"hours\": 2, \"description\": \"=1+1\"}");

    List<NamedCsvRecord> seen = rows(member.get(EXPORT));
    List<NamedCsvRecord> all =
        rows(
            owner.get(
                EXPORT, "X-Consistency-Token", own.header("X-Consistency-Token").orElseThrow()));

    assertThat(seen).hasSize(1);
    assertThat(seen.getFirst().getField("hourly_rate")).isEqualTo("90");
    assertThat(seen.getFirst().getField("cost_rate")).isEmpty();
    assertThat(seen.getFirst().getField("description")).isEqualTo("'=1+1");
    assertThat(all).extracting(row -> row.getField("cost_rate")).containsOnly("41");
    assertThat(member.get("/api/v1/time/reports/rollups.csv").status()).isEqualTo(403);
    assertThat(
            rows(member.get("/api/v1/time/reports/rollups.csv?dimension=user"))
                .getFirst()
                .getField("amount"))
        .isEmpty();
    NamedCsvRecord rollup = rows(owner.get("/api/v1/time/reports/rollups.csv")).getFirst();
    assertThat(rollup.getField("total_hours")).isEqualTo("3.00");
    assertThat(rollup.getField("cost")).isEqualTo("123.00");
    assertThat(owner.get("/api/v1/time/invoices/none/lines.csv").status()).isEqualTo(404);
    assertThat(member.get("/api/v1/time/invoices/none/lines.csv").status()).isEqualTo(403);
  }

  @Test
  void opensInExcelOfALanguage() {
    owner
        .post(
            "/api/v1/time-entries",
            "{\"log_date\": \"2026-04-29\", \"hours\": 1.5, \"description\": \"Müller; \u20ac\"}")
        .requireStatus(201);

    for (String path : List.of(EXPORT, "/api/v1/time/reports/rollups.csv")) {
      String german = owner.get(path + "?excel=true&locale=de").requireStatus(200).body();
      String english = owner.get(path + "?excel=true").requireStatus(200).body();
      assertThat(german).startsWith("\uFEFF").contains(";1,50;");
      assertThat(english).startsWith("\uFEFF").contains(",1.50,");
      assertThat(owner.get(path).body()).doesNotStartWith("\uFEFF").contains(",1.50,");
      assertThat(owner.get(path + "?excel=true&locale=de-CH").body()).contains(";1.50;");
      assertThat(owner.get(path + "?locale=de").errorCode()).isEqualTo("invalid_parameter");
      assertThat(owner.get(path + "?excel=true&locale=xx-nope").errorCode())
          .isEqualTo("invalid_parameter");
    }
    assertThat(owner.get(EXPORT + "?excel=true&locale=de").body()).contains("\"Müller; \u20ac\"");
  }

  @Test
  void givesSqlARowPerTagAndHoursThatAddUp() throws SQLException {
    for (int i = 0; i < 30; i++) {
      owner
          .post(
              "/api/v1/time-entries",
              """
              {"started_at": "2026-04-%02dT09:00:00Z", "ended_at": "2026-04-%02dT10:07:%02dZ",
               "tags": ["a, b", "c"]}
              """
                  .formatted(i % 28 + 1, i % 28 + 1, 11 + i))
          .requireStatus(201);
    }
    String deleted =
        owner
            .post(
                "/api/v1/time-entries",
                "{\"log_date\": \"2026-04-29\", \"hours\": 1, \"tags\": [\"c\"]}")
            .data()
            .required("id")
            .asString();
    owner.delete("/api/v1/time-entries/" + deleted).requireStatus(200);
    String hours =
        owner
            .get("/api/v1/time/reports/summary")
            .data()
            .required("total_hours")
            .decimalValue()
            .setScale(2)
            .toPlainString();

    assertThat(rows(owner.get(EXPORT)))
        .extracting(row -> row.getField("tags"))
        .containsOnly("\"a, b\", c");
    assertThat(
            selected(
                "select round(sum(total_hours_exact), 2) from reporting.rollups"
                    + " where dimension = 'workspace' and workspace_id = '%s'"))
        .isEqualTo(hours);
    assertThat(
            selected(
                "select round(sum(rounded_seconds) / 3600.0, 2) from reporting.time_entry_tags"
                    + " where tag = 'a, b' and position = 1 and workspace_id = '%s'"))
        .isEqualTo(hours);
    assertThat(
            selected(
                "select count(*) from reporting.time_entry_tags"
                    + " where tag = 'c' and position = 2 and workspace_id = '%s'"))
        .isEqualTo("30");
  }

  private String selected(String query) throws SQLException {
    try (Connection sql = PLATFORM.database().connect();
        Statement statement = sql.createStatement();
        ResultSet rows = statement.executeQuery(query.formatted(workspace.id()))) {
      rows.next();
      return rows.getString(1);
    }
  }

  @Test
  void breaksOffWhenItCannotBeCompleted() throws IOException {
    for (int i = 0; i < 3; i++) {
      batch(800, "\"%d " + "é".repeat(1_900) + "\"", "2026-04-%02d");
    }
    try (Socket socket = new Socket()) {
      socket.setReceiveBufferSize(4_096);
      socket.setSoTimeout(60_000);
      socket.connect(new InetSocketAddress(owner.base().getHost(), owner.base().getPort()));
      socket
          .getOutputStream()
          .write(
              "GET %s HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\n\r\n"
                  .formatted(EXPORT, owner.token())
                  .getBytes(UTF_8));
      InputStream in = socket.getInputStream();
      assertThat(new String(in.readNBytes(15), ISO_8859_1)).isEqualTo("HTTP/1.1 200 \r\n");
      await().atMost(Duration.ofSeconds(60)).until(ExportIT::endedItsQuery);

      String rest = new String(readUntilBroken(in), UTF_8);

      assertThat(rest).contains("Transfer-Encoding: chunked");
      assertThat(rest).doesNotEndWith("0\r\n\r\n");
    }
  }

  private static boolean endedItsQuery() {
    try (Connection sql = PLATFORM.database().connect();
        Statement statement = sql.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                select count(pg_terminate_backend(pid)) from pg_stat_activity
                where datname = current_database() and pid <> pg_backend_pid()
                  and state = 'idle in transaction' and query like '%time_entry%log_date%'
                """)) {
      rows.next();
      return rows.getInt(1) > 0;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] readUntilBroken(InputStream in) {
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    try {
      in.transferTo(read);
    } catch (IOException e) {
      // A reset is as good as an end without the last chunk.
      return read.toByteArray();
    }
    return read.toByteArray();
  }

  private void batch(int items, String description, String day) {
    owner
        .post(
            "/api/v1/time-entries/batch",
            IntStream.range(0, items)
                .mapToObj(
                    i ->
                        ("{\"action\": \"create\", \"entry\": {\"log_date\": \""
                                + day
                                + "\", \"hours\": 0.5, \"description\": "
                                + description
                                + "}}")
                            .formatted(i % 28 + 1, i))
                .collect(joining(",", "{\"items\": [", "]}")))
        .requireStatus(200);
  }

  private static List<NamedCsvRecord> rows(Answer csv) {
    try (CsvReader<NamedCsvRecord> reader =
        CsvReader.builder().ofNamedCsvRecord(csv.requireStatus(200).body())) {
      return reader.stream().toList();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
