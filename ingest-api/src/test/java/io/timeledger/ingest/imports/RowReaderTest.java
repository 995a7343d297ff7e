package io.timeledger.ingest.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.schemas.command.ImportRow;
import io.timeledger.schemas.id.UserId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowReaderTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final String PLAIN =
      """
      User,Email,Client,Project,Task,Description,Billable,Start date,Start time,End date,End time,Duration,Tags
      Ann,ann@x.example,Acme,Site,Build,Work,Yes,2026-04-29,09:00:00,2026-04-29,10:00:00,01:00:00,"a, b"
      """;
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        // one more column, another order, an address in capitals, tags the other way round
        """
        Email,User,Client,Project,Task,Description,Billable,Start date,Start time,End date,End time,Duration,Tags,Amount (EUR)
        ANN@x.example,Ann,Acme,Site,Build,Work,true,2026-04-29,09:00,2026-04-29,10:00,1.00,"b,a",90.00
        """,
        // the newer layout, times of day on the other clock, days first
        """
        Description,Billable,Duration,Member,Email,Project,Client,Task,Tags,Start date,Start time,Stop date,Stop time
        Work,Yes,1:00:00,Ann B.,ann@x.example,Site,Acme,Build,"a, b",29/04/2026,9:00 AM,29/04/2026,10:00 AM
        """,
        // Excel in Germany
        """
        sep=;
        Benutzer;E-Mail;Kunde;Projekt;Aufgabe;Beschreibung;Abrechenbar;Startdatum;Startzeit;Enddatum;Endzeit;Schlagwörter
        Ann;ann@x.example;Acme;Site;Build;Work;Ja;29.04.2026;09:00;29.04.2026;10:00;a, b
        """
      })
  void theIdIsMadeOfWhatWasReadWhateverTheLayout(String other) throws IOException {
    assertThat(ids(other, BERLIN)).isEqualTo(ids(PLAIN, BERLIN));
  }

  @ParameterizedTest
  @CsvSource({
    "toggl-older.csv, toggl-newer.csv, TOGGL",
    "clockify-older.csv, clockify-newer.csv, CLOCKIFY",
    "clockify-older.csv, clockify-german.csv, CLOCKIFY",
    "harvest-older.csv, harvest-newer.csv, HARVEST"
  })
  void olderAndNewerExportsOfATrackerAreTheSameRows(String older, String newer, ImportFormat format)
      throws IOException {
    List<ImportRow> rows = rows(sample(older), format, BERLIN);

    assertThat(rows)
        .hasSize(2)
        .allSatisfy(row -> assertThat(row.projectName()).isEqualTo("Site"))
        .extracting(ImportRow::taskName)
        .first()
        .isEqualTo("Build");
    assertThat(rows(sample(newer), format, BERLIN))
        .extracting(row -> row.draft().externalId())
        .isEqualTo(rows.stream().map(row -> row.draft().externalId()).toList());
  }

  private static Path sample(String name) {
    return Path.of("src/test/resources/imports", name);
  }

  @Test
  void readsCellsOfAnOwnExportAsTheyWereMeant() {
    assertThat(TagCell.of("\"a, b\", c, \"d \"\"e\"\"\"", ImportFormat.TIMELEDGER))
        .containsExactly("a, b", "c", "d \"e\"");
    assertThat(ImportFormat.TIMELEDGER.plain("'=1+1")).isEqualTo("=1+1");
    assertThat(ImportFormat.TIMELEDGER.plain("''=1+1")).isEqualTo("'=1+1");
    assertThat(ImportFormat.TIMELEDGER.plain("'tis")).isEqualTo("'tis");
    assertThat(ImportFormat.TOGGL.plain("'=1+1")).isEqualTo("'=1+1");
    assertThat(TagCell.of("a, b,,a", ImportFormat.TOGGL)).containsExactly("a", "b");
  }

  @Test
  void theIdTellsRowsApartThatMeanSomethingElse() throws IOException {
    String twice = PLAIN + PLAIN.lines().skip(1).findFirst().orElseThrow() + "\n";

    assertThat(ids(twice, BERLIN))
        .hasSize(2)
        .doesNotHaveDuplicates()
        .containsAll(ids(PLAIN, BERLIN));
    assertThat(ids(PLAIN.replace("Work", "work"), BERLIN)).isNotEqualTo(ids(PLAIN, BERLIN));
    assertThat(ids(PLAIN, ZoneId.of("UTC"))).isNotEqualTo(ids(PLAIN, BERLIN));
    assertThat(ids(PLAIN, ZoneId.of("+02:00"))).isEqualTo(ids(PLAIN, BERLIN));
  }

  @Test
  void aFileWithoutEmailsIsTheCallersOwnUnlessItNamesOthers() throws IOException {
    String own = PLAIN.replace("ann@x.example", "").replace("Email", "Phone");
    String others =
        own + own.lines().skip(1).findFirst().orElseThrow().replace("Ann", "Ben") + "\n";

    assertThat(rows(own, BERLIN).getFirst().draft().userId()).isEqualTo(new UserId("u_caller"));
    assertThat(rows(others, BERLIN))
        .extracting(ImportRow::memberName)
        .containsExactly("Ann", "Ben");
  }

  private List<String> ids(String csv, ZoneId zone) throws IOException {
    return rows(csv, zone).stream().map(row -> row.draft().externalId()).toList();
  }

  private List<ImportRow> rows(String csv, ZoneId zone) throws IOException {
    return rows(Files.writeString(folder.resolve("file.csv"), csv), ImportFormat.TOGGL, zone);
  }

  private static List<ImportRow> rows(Path path, ImportFormat format, ZoneId zone)
      throws IOException {
    Layout layout = new Layout(format, Map.of());
    FileSurvey survey = FileSurvey.of(path, layout, null, _ -> false);
    ImportedPerson caller = new ImportedPerson(new UserId("u_caller"), null, null, BERLIN);
    RowReader reader = new RowReader(layout, survey, zone, BERLIN, caller, new People(List.of()));
    try (UploadedCsv file = UploadedCsv.open(path, layout)) {
      return new RowChunks(new CsvLines(file, reader))
          .next().stream()
              .filter(CsvLine.Valid.class::isInstance)
              .map(line -> ((CsvLine.Valid) line).row())
              .toList();
    }
  }
}
