package io.timeledger.ingest.imports;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UploadedCsvTest {
  private static final String HEADER =
      "Email,Start date,Start time,End date,End time,Description\n";
  @TempDir private Path folder;

  @Test
  void findsColumnsByNameWhateverTheirOrderCaseAndUnit() throws IOException {
    List<CsvRow> rows =
        rows(
            "\uFEFF"
                + """
                Description,START DATE (YYYY-MM-DD),start time,end date,end time,E-Mail,EMAIL
                "a, ""b""
                 c",2026-04-29,9:00,2026-04-29,10:00,,x@y.example
                """);

    assertThat(rows).hasSize(1);
    assertThat(rows.getFirst().number()).isEqualTo(2);
    assertThat(rows.getFirst().get(Column.DESCRIPTION)).isEqualTo("a, \"b\"\n c");
    assertThat(rows.getFirst().get(Column.START_DATE)).isEqualTo("2026-04-29");
    assertThat(rows.getFirst().get(Column.EMAIL)).isEqualTo("x@y.example");
    assertThat(rows.getFirst().get(Column.PROJECT)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t"})
  void findsTheSeparator(String separator) throws IOException {
    String csv =
        (HEADER + "a@b.example,2026-04-29,9:00,2026-04-29,10:00,x\n").replace(",", separator);

    assertThat(rows(csv).getFirst().get(Column.DESCRIPTION)).isEqualTo("x");
    assertThat(rows("sep=" + separator + "\r\n" + csv).getFirst())
        .satisfies(row -> assertThat(row.get(Column.DESCRIPTION)).isEqualTo("x"))
        .satisfies(row -> assertThat(row.number()).isEqualTo(2));
  }

  @Test
  void readsUtf16WithAByteOrderMark() throws IOException {
    Path file = folder.resolve("wide.csv");
    Files.write(file, ("\uFEFF" + (HEADER + "é,,,,,ü\n").replace(",", "\t")).getBytes(UTF_16LE));

    assertThat(rows(file).getFirst().get(Column.DESCRIPTION)).isEqualTo("ü");
  }

  @Test
  void passesOverRowsWithoutTextAndCountsThem() throws IOException {
    assertThat(rows("\n" + HEADER + ",,,,,\n\nx,,,,,\n"))
        .extracting(CsvRow::number)
        .containsExactly(5L);
  }

  @ParameterizedTest
  @CsvSource({
    "'Projekt;Kunde;Beschreibung;Aufgabe;Benutzer;E-Mail;Schlagwörter;Abrechenbar;Startdatum;Startzeit;Enddatum;Endzeit;Dauer (h)', CLOCKIFY",
    "'Description,Billable,Duration,Member,Email,Project,Client,Task,Tags,Start date,Start time,Stop date,Stop time', TOGGL",
    "'Projet,Client,Description,Tâche,Utilisateur,Adresse e-mail,Étiquettes,Facturable,Date de début,Heure de début,Date de fin,Heure de fin,Durée (h)', CLOCKIFY",
    "'Proyecto,Cliente,Descripción,Tarea,Usuario,Correo electrónico,Etiquetas,Facturable,Fecha de inicio,Hora de inicio,Fecha de finalización,Hora de finalización,Duración (h)', CLOCKIFY"
  })
  void knowsTheHeadersOfOtherLayoutsAndLanguages(String header, ImportFormat format)
      throws IOException {
    Path file = Files.writeString(folder.resolve("file.csv"), header + "\n");

    try (UploadedCsv csv = UploadedCsv.open(file, new Layout(format, Map.of()))) {
      assertThat(csv.columns().read().keySet()).isEqualTo(format.columns());
      assertThat(csv.columns().unread()).isEmpty();
    }
  }

  @Test
  void readsWhatTheCallerMapsAndNamesWhatIsNotRead() throws IOException {
    String header = "Task,Kostenträger,Start date,Start time,Duration,Notes,Amount (EUR)";
    Path file = Files.writeString(folder.resolve("file.csv"), header + "\n");
    Layout layout =
        new Layout(
            ImportFormat.TOGGL, Map.of(Column.PROJECT, "kostenträger", Column.CLIENT, "Task"));

    try (UploadedCsv csv = UploadedCsv.open(file, layout)) {
      assertThat(csv.columns().read())
          .containsEntry(Column.PROJECT, "Kostenträger")
          .containsEntry(Column.CLIENT, "Task")
          .doesNotContainKey(Column.TASK);
      assertThat(csv.columns().unread()).containsExactly("Amount (EUR)");
    }
    assertThatThrownBy(
            () ->
                UploadedCsv.open(file, new Layout(ImportFormat.TOGGL, Map.of(Column.TASK, "Foo"))))
        .isInstanceOf(MappingException.class)
        .hasMessageContainingAll("\"Foo\"", "Kostenträger");
  }

  @ParameterizedTest
  @CsvSource({
    "'PK\u0003\u0004x', XLSX",
    "{\"a\":1}, JSON",
    "<html>, HTML",
    "just text, one column"
  })
  void saysWhatAFileIsThatIsNoCsv(String content, String word) {
    assertThatThrownBy(() -> rows(content))
        .isInstanceOf(UnreadableException.class)
        .hasMessageContaining(word);
  }

  @Test
  void namesTheColumnsThatAreMissing() {
    assertThatThrownBy(() -> rows("Email,Start date\n"))
        .isInstanceOf(UnreadableException.class)
        .hasMessageContaining("start time, end date, end time");
  }

  @Test
  void refusesAnEmptyFile() {
    assertThatThrownBy(() -> rows("")).isInstanceOf(UnreadableException.class);
  }

  @Test
  void refusesAQuoteThatIsNeverClosed() {
    assertThatThrownBy(() -> rows(HEADER + "\"a,b,c\n")).isInstanceOf(UnreadableException.class);
  }

  @Test
  void refusesWhatIsNotUtf8() throws IOException {
    Path file = folder.resolve("latin.csv");
    Files.write(file, (HEADER + "é,,,,,\n").getBytes(ISO_8859_1));

    assertThatThrownBy(() -> rows(file)).isInstanceOf(UnreadableException.class);
  }

  private List<CsvRow> rows(String csv) throws IOException {
    Path file = folder.resolve("file.csv");
    Files.write(file, csv.getBytes(UTF_8));
    return rows(file);
  }

  private static List<CsvRow> rows(Path file) throws IOException {
    try (UploadedCsv csv = UploadedCsv.open(file, new Layout(ImportFormat.TOGGL, Map.of()))) {
      List<CsvRow> rows = new ArrayList<>();
      csv.forEachRemaining(rows::add);
      return rows;
    }
  }
}
