package io.timeledger.ingest;

import static io.timeledger.ingest.testkit.ImportClient.TOGGL_HEADER;
import static io.timeledger.ingest.testkit.ImportClient.lines;
import static io.timeledger.ingest.testkit.ImportClient.row;
import static io.timeledger.ingest.testkit.ImportClient.summary;
import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.ingest.testkit.Answer;
import io.timeledger.ingest.testkit.ApiClient;
import io.timeledger.ingest.testkit.ImportClient;
import io.timeledger.ingest.testkit.RunningPlatform;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Previews of imports, and files that replace days.
class ImportModesIT {
  private final ApiClient owner = RunningPlatform.shared().newWorkspace().owner();
  private final ImportClient imports = new ImportClient(owner);

  @Test
  void aPreviewTellsWhatTheImportThenDoes() {
    owner.put("/api/v1/clients/acme", "{\"name\": \"Acme\"}").requireStatus(201);
    StringBuilder file = new StringBuilder(TOGGL_HEADER);
    for (int i = 0; i < 120; i++) {
      file.append(
          "Ann,ann@x.example,acme,Site,Build,%d,Yes,2026-04-%02d,09:00:00,2026-04-%02d,10:00:00,,\n"
              .formatted(i, i % 28 + 1, i % 28 + 1));
    }
    file.append(row("2026-04-31", "09:00:00", "10:00:00"));

    List<JsonNode> preview = imports.run("toggl", file.toString(), "&preview=true");

    assertThat(summary(preview)).isEqualTo("121/120/0/1");
    JsonNode counts = preview.getLast().required("summary");
    assertThat(counts.required("preview").asBoolean()).isTrue();
    assertThat(counts.required("created_members").asInt()).isEqualTo(1);
    assertThat(counts.required("created_clients").asInt()).isZero();
    assertThat(counts.required("created_projects").asInt()).isEqualTo(1);
    assertThat(counts.required("created_tasks").asInt()).isEqualTo(1);
    // Of the first hundred rows: those after the 28 days of the month.
    assertThat(counts.required("warnings").asInt()).isEqualTo(72);
    JsonNode row = preview.getFirst();
    assertThat(row.has("id")).isFalse();
    assertThat(preview.get(28).required("warnings"))
        .hasToString(
            "[{\"code\":\"same_times\",\"message\":\"Row 2 of the file has the same times.\"}]");
    assertThat(row.required("client"))
        .hasToString("{\"id\":\"acme\",\"name\":\"acme\",\"status\":\"matched\"}");
    assertThat(row.at("/project/status").asString()).isEqualTo("created");
    assertThat(preview.get(110).at("/project/status").asString()).isEqualTo("matched");
    assertThat(owner.get("/api/v1/time-entries").data().size()).isZero();
    assertThat(owner.get("/api/v1/projects").data().size()).isZero();
    assertThat(owner.get("/api/v1/members").data().size()).isEqualTo(1);

    List<JsonNode> real = imports.run("toggl", file.toString(), "");

    assertThat(summary(real)).isEqualTo("121/120/0/1");
    assertThat(real.get(110).required("project")).isEqualTo(preview.get(110).required("project"));
  }

  @Test
  void aPreviewLeavesTheIdempotencyKeyToTheImport() {
    String file = TOGGL_HEADER + row("2026-04-29", "09:00:00", "10:00:00");
    for (String options : List.of("&preview=true", "&preview=true", "", "")) {
      Answer answer =
          owner.send(
              "POST",
              "/api/v1/imports?format=toggl" + options,
              file,
              "Content-Type",
              "text/csv",
              "Idempotency-Key",
              "import-1");
      assertThat(summary(lines(answer))).isEqualTo("1/1/0/0");
    }
    assertThat(owner.get("/api/v1/time-entries").data().size()).isEqualTo(1);
  }

  @Test
  void aCorrectedFileReplacesTheDaysThatItHas() {
    owner.patch("/api/v1/time/settings", "{\"overlap_policy\": \"reject\"}").requireStatus(200);
    String other = row("2026-04-28", "09:00:00", "10:00:00");
    String kept = row("2026-04-29", "13:00:00", "14:00:00");
    imports.run(
        "toggl", TOGGL_HEADER + other + kept + row("2026-04-29", "09:00:00", "10:00:00"), "");
    String corrected = TOGGL_HEADER + row("2026-04-29", "09:00:00", "10:30:00") + kept;

    List<JsonNode> preview = imports.run("toggl", corrected, "&mode=replace&preview=true");
    assertThat(owner.get("/api/v1/time-entries").data().size()).isEqualTo(3);
    List<JsonNode> real = imports.run("toggl", corrected, "&mode=replace");

    assertThat(summary(real)).isEqualTo(summary(preview)).isEqualTo("2/1/1/0");
    assertThat(real.getFirst().required("deleted"))
        .isEqualTo(preview.getFirst().required("deleted"))
        .hasSize(1);
    assertThat(real.getLast().at("/summary/deleted").asInt()).isEqualTo(1);
    assertThat(owner.get("/api/v1/time-entries").data().valueStream())
        .extracting(entry -> entry.required("ended_at").asString())
        .containsExactlyInAnyOrder(
            "2026-04-28T08:00:00Z", "2026-04-29T08:30:00Z", "2026-04-29T12:00:00Z");
    assertThat(summary(imports.run("toggl", corrected, "&mode=replace"))).isEqualTo("2/0/2/0");
  }

  @Test
  void aFileInAnyOrderReplacesWholeDays() {
    StringBuilder first = new StringBuilder(TOGGL_HEADER);
    StringBuilder second = new StringBuilder(TOGGL_HEADER);
    for (int i = 0; i < 600; i++) {
      String day = "2026-04-%02d".formatted(i % 20 + 1);
      String start = "%02d:%02d".formatted(i / 20 % 24, i / 480 * 30);
      first.append(row(day, start + ":00", start + ":20"));
      second.append(row(day, start + ":00", start + (i == 599 ? ":25" : ":20")));
    }
    imports.run("toggl", first.toString(), "");

    List<JsonNode> lines = imports.run("toggl", second.toString(), "&mode=replace");

    assertThat(summary(lines)).isEqualTo("600/1/599/0");
    assertThat(lines.getLast().at("/summary/deleted").asInt()).isEqualTo(1);
    assertThat(lines.subList(0, 600).stream().map(line -> line.required("row").asInt()).sorted())
        .isEqualTo(IntStream.rangeClosed(2, 601).boxed().toList());
  }

  @Test
  void replacesNothingByAFileOfWhichARowCannotBeRead() {
    String file =
        TOGGL_HEADER
            + row("2026-04-29", "09:00:00", "10:00:00")
            + row("2026-04-31", "09:00:00", "10:00:00");

    Answer refused = imports.send("toggl", file, "&mode=replace");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.errorCode()).isEqualTo("import_unreadable");
    assertThat(refused.body()).contains("Row 3").contains("invalid_date");
    assertThat(owner.get("/api/v1/time-entries").data().size()).isZero();
    assertThat(summary(imports.run("toggl", file, "&mode=replace&preview=true")))
        .isEqualTo("2/1/0/1");
  }
}
