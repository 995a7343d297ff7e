package io.timeledger.ingest;

import static io.timeledger.ingest.testkit.ImportClient.TOGGL_HEADER;
import static io.timeledger.ingest.testkit.ImportClient.row;
import static io.timeledger.ingest.testkit.ImportClient.summary;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.timeledger.ingest.testkit.Answer;
import io.timeledger.ingest.testkit.ApiClient;
import io.timeledger.ingest.testkit.ImportClient;
import io.timeledger.ingest.testkit.RunningPlatform;
import io.timeledger.ingest.testkit.TestWorkspace;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ImportIT {
  private static final String CLOCKIFY_HEADER =
      "Project,Client,Description,Task,User,Group,Email,Tags,Billable,Start Date,Start Time,End"
          + " Date,End Time,Duration (h),Duration (decimal)\n";
  private final TestWorkspace workspace = RunningPlatform.shared().newWorkspace();
  private final ApiClient owner = workspace.owner();
  private final ImportClient imports = new ImportClient(owner);

  @Test
  void theSameFileTwiceAddsNothing() {
    StringBuilder file = new StringBuilder("\uFEFF" + TOGGL_HEADER);
    for (int i = 0; i < 350; i++) {
      file.append(
          "Ann,Ann@x.example,Acme,Site,Build,\"Work, part %d\",Yes,2026-04-%02d,09:00:00,2026-04-%02d,10:00:00,01:00:00,\"a, b\"\n"
              .formatted(i / 2, i % 28 + 1, i % 28 + 1));
    }

    List<JsonNode> first = imports.run("toggl", file.toString(), "&timezone=Europe/Berlin");
    List<JsonNode> second = imports.run("toggl", file.toString(), "&timezone=Europe/Berlin");

    assertThat(first).hasSize(351);
    assertThat(summary(first)).isEqualTo("350/350/0/0");
    assertThat(summary(second)).isEqualTo("350/0/350/0");
    assertThat(first.getFirst().required("row").asInt()).isEqualTo(2);
    assertThat(first.get(349).required("row").asInt()).isEqualTo(351);
    assertThat(second.getFirst().required("id")).isEqualTo(first.getFirst().required("id"));
    JsonNode entry = owner.get("/api/v1/time-entries?limit=1&sort=log_date").data().get(0);
    assertThat(entry.required("started_at").asString()).isEqualTo("2026-04-01T07:00:00Z");
    assertThat(entry.required("source").asString()).isEqualTo("import");
    assertThat(entry.required("tags").size()).isEqualTo(2);
    assertThat(owner.get("/api/v1/members?limit=10").data().size()).isEqualTo(2);
    assertThat(owner.get("/api/v1/projects").data().get(0).required("name").asString())
        .isEqualTo("Site");
    assertThat(
            owner.get("/api/v1/time-entries?page=1&limit=1").json().at("/pagination/total").asInt())
        .isEqualTo(350);
  }

  @Test
  void importsDaysAndHoursOfHarvestForMembersByName() {
    String header =
        "Date,Client,Project,Project Code,Task,Notes,Hours,Billable?,Invoiced?,Approved?,First"
            + " Name,Last Name,Roles,Employee?,Billable Rate,Billable Amount,Cost Rate,Cost"
            + " Amount,Currency,External Reference URL\n";
    String rest = "Design,Yes,90.00,225.00,40.00,100.00,Euro - EUR,\n";
    String file =
        header
            + "29/04/2026,Acme,Site,S1,Build,\"Work, 1\",\"2,50\",Yes,No,Yes,Olga,,"
            + rest
            + "30/04/2026,Acme,Site,S1,Build,,0.75,No,No,No,Ann,Other,"
            + rest
            + "30/04/2026,Acme,Site,S1,Build,,much,No,No,No,Ann,Other,"
            + rest;

    List<JsonNode> first = imports.run("harvest", file, "");

    assertThat(summary(first)).isEqualTo("3/2/0/1");
    assertThat(first.get(2).required("code").asString()).isEqualTo("invalid_hours");
    assertThat(summary(imports.run("harvest", file, ""))).isEqualTo("3/0/2/1");
    JsonNode entry = owner.get("/api/v1/time-entries?sort=log_date").data().get(0);
    assertThat(entry.required("log_date").asString()).isEqualTo("2026-04-29");
    assertThat(entry.required("duration_seconds").asInt()).isEqualTo(9000);
    assertThat(entry.required("user_id").asString()).isEqualTo("u_owner");
    assertThat(entry.required("description").asString()).isEqualTo("Work, 1");
    assertThat(entry.required("billable").asBoolean()).isTrue();
    assertThat(entry.required("started_at").isNull()).isTrue();
    assertThat(owner.get("/api/v1/members?limit=10").data().size()).isEqualTo(2);
  }

  @Test
  void aBadRowDoesNotStopTheRest() {
    String file =
        TOGGL_HEADER
            + row("2026-04-29", "09:00:00", "10:00:00")
            + row("2026-03-29", "02:30:00", "04:00:00")
            + row("2026-10-25", "02:30:00", "04:00:00")
            + row("2026-04-31", "09:00:00", "10:00:00")
            + row("2026-04-29", "9 o'clock", "10:00:00")
            + row("2026-04-28", "09:00:00", "10:00:00");

    List<JsonNode> lines = imports.run("toggl", file, "&timezone=Europe/Berlin");

    assertThat(lines.subList(0, 6))
        .extracting(line -> line.path("code").asString(line.required("status").asString()))
        .containsExactly(
            "created",
            "local_time_in_gap",
            "local_time_ambiguous",
            "invalid_date",
            "invalid_time",
            "created");
    assertThat(summary(lines)).isEqualTo("6/2/0/4");
  }

  @Test
  void membersMatchByEmailWithoutRegardToCase() {
    workspace.member("u_known", "member");
    String email = "U_KNOWN@%s.EXAMPLE".formatted(workspace.id());
    String file =
        CLOCKIFY_HEADER
            + "Site,Acme,Work,,Known,,%s,,No,04/29/2026,09:00 AM,04/29/2026,01:30 PM,4:30,4.5\n"
                .formatted(email);

    List<JsonNode> lines = imports.run("clockify", file, "");

    JsonNode entry =
        owner.get("/api/v1/time-entries/" + lines.getFirst().required("id").asString()).data();
    assertThat(entry.required("user_id").asString()).isEqualTo("u_known");
    assertThat(entry.required("started_at").asString()).isEqualTo("2026-04-29T07:00:00Z");
    assertThat(entry.required("ended_at").asString()).isEqualTo("2026-04-29T11:30:00Z");
  }

  @Test
  void refusesDatesThatCanBeReadInTwoOrders() {
    String file =
        CLOCKIFY_HEADER
            + "Site,Acme,Work,,A,,a@x.example,,No,04/05/2026,09:00,04/05/2026,10:00,1:00,1\n";

    Answer refused = imports.send("clockify", file, "");
    List<JsonNode> dayFirst = imports.run("clockify", file, "&date_order=dmy");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.errorCode()).isEqualTo("date_order_required");
    JsonNode entry =
        owner.get("/api/v1/time-entries/" + dayFirst.getFirst().required("id").asString()).data();
    assertThat(entry.required("log_date").asString()).isEqualTo("2026-05-04");
    assertThat(owner.get("/api/v1/time-entries").data().size()).isEqualTo(1);
  }

  @Test
  void refusesWhatIsNoSuchFileAndImportsNothing() {
    Answer columns = imports.send("toggl", "a,b\n1,2\n", "");
    Answer quote =
        imports.send("toggl", TOGGL_HEADER + row("2026-04-29", "09:00", "10:00") + "\"x", "");

    assertThat(columns.errorCode()).isEqualTo("import_unreadable");
    assertThat(columns.body()).contains("start date");
    assertThat(quote.errorCode()).isEqualTo("import_unreadable");
    assertThat(owner.get("/api/v1/time-entries").data().size()).isZero();
  }

  @Test
  void readsColumnsThatTheCallerNamesAndTellsWhatItDidNotRead() {
    String file =
        """
        sep=;
        Kostenträger;Start date;Start time;Duration;Note;Amount (EUR)
        Acme;29.04.2026;09:00;1:30:00;Work;90,00
        Acme;30.04.2026;09:00;0:00:00;Nothing;0,00
        """;

    List<JsonNode> lines =
        imports.run("toggl", file, "&column.client=Kostentr%C3%A4ger&column.project=Note");

    JsonNode summary = lines.getLast().required("summary");
    assertThat(summary(lines)).isEqualTo("2/1/0/0");
    assertThat(lines.get(1).required("status").asString()).isEqualTo("skipped");
    assertThat(lines.get(1).required("code").asString()).isEqualTo("no_time");
    assertThat(summary.required("skipped").asInt()).isEqualTo(1);
    assertThat(summary.required("rows_of_caller").asInt()).isEqualTo(2);
    assertThat(summary.required("unread_columns")).hasToString("[\"Amount (EUR)\"]");
    assertThat(summary.at("/columns/client").asString()).isEqualTo("Kostenträger");
    assertThat(summary.required("separator").asString()).isEqualTo(";");
    assertThat(summary.required("date_order").asString()).isEqualTo("dmy");
    JsonNode entry =
        owner.get("/api/v1/time-entries/" + lines.getFirst().required("id").asString()).data();
    assertThat(entry.required("user_id").asString()).isEqualTo("u_owner");
    assertThat(entry.required("duration_seconds").asInt()).isEqualTo(5400);
    assertThat(owner.get("/api/v1/clients").data().get(0).required("name").asString())
        .isEqualTo("Acme");
  }

  @ParameterizedTest
  @CsvSource({
    "column.tsk=Activity, unknown_parameter, column.task",
    "column.hours=Duration, invalid_parameter, start_date",
    "column.task=Activity, invalid_parameter, 'no column \\\"Activity\\\"; it has: User'",
    "column.task=, invalid_parameter, column.task"
  })
  void refusesAMappingThatFitsNothing(String parameter, String code, String message) {
    Answer refused = imports.send("toggl", TOGGL_HEADER, "&" + parameter);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.errorCode()).isEqualTo(code);
    assertThat(refused.body()).contains(message);
  }

  @Test
  void whatWasExportedComesBackInAnotherInstallation() {
    owner.put("/api/v1/clients/acme", "{\"name\": \"Acme, Inc.\"}").requireStatus(201);
    owner
        .put("/api/v1/projects/site", "{\"name\": \"Site\", \"client_id\": \"acme\"}")
        .requireStatus(201);
    owner
        .put("/api/v1/tasks/build", "{\"name\": \"Build\", \"project_id\": \"site\"}")
        .requireStatus(201);
    for (String entry :
        List.of(
            "{\"started_at\": \"2026-04-29T23:30:00+02:00\", \"ended_at\": \"2026-04-30T00:15:07+02:00\", \"timezone\": \"Europe/Berlin\", \"task_id\": \"build\", \"project_id\": \"site\", \"tags\": [\"b\", \"a\"], \"billable\": true}",
            "{\"log_date\": \"2026-04-28\", \"duration_seconds\": 3601, \"description\": \"=1+1\\nline\", \"billable\": false}",
            "{\"log_date\": \"2026-04-27\", \"hours\": 2, \"entity_type\": \"ticket\", \"entity_id\": \"T-1\", \"external_source\": \"jira\", \"external_id\": \"7\"}")) {
      owner.post("/api/v1/time-entries", entry).requireStatus(201);
    }
    String export = owner.get("/api/v1/time-entries/export.csv").requireStatus(200).body();
    ApiClient other = RunningPlatform.shared().newWorkspace().owner();

    List<JsonNode> first = new ImportClient(other).run("timeledger", export, "");
    List<JsonNode> second = new ImportClient(other).run("timeledger", export, "");

    assertThat(summary(first)).isEqualTo("3/3/0/0");
    assertThat(summary(second)).isEqualTo("3/0/3/0");
    assertThat(carried(other)).isEqualTo(carried(owner));
  }

  @ParameterizedTest
  @ValueSource(strings = {"+02:00", "+0200", "+02"})
  void readsOffsetsInTheFormsThatBodiesTake(String offset) {
    String csv =
        "user_id,log_date,started_at,ended_at,duration_seconds\n%s,2026-04-27,2026-04-27T09:00:00%s,2026-04-27T10:00:00%s,3600\n"
            .formatted(
                owner.get("/api/v1/me").data().required("user_id").asString(), offset, offset);

    List<JsonNode> lines = new ImportClient(owner).run("timeledger", csv, "");

    assertThat(summary(lines)).isEqualTo("1/1/0/0");
  }

  private static List<String> carried(ApiClient client) {
    String csv = client.get("/api/v1/time-entries/export.csv").requireStatus(200).body();
    List<String> columns =
        List.of(
            "log_date",
            "entity_type",
            "entity_id",
            "project_id",
            "task_id",
            "description",
            "tags",
            "billable",
            "started_at",
            "ended_at",
            "timezone",
            "duration_seconds",
            "project_name",
            "client_id",
            "client_name",
            "task_name");
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(csv)) {
      return rows.stream()
          .map(row -> columns.stream().map(row::getField).toList().toString())
          .toList();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
