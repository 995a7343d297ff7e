package io.timeledger.ingest.imports;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvFileTest {
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
    try (CsvFile csv = CsvFile.open(file, ImportFormat.TOGGL)) {
      List<CsvRow> rows = new ArrayList<>();
      csv.forEachRemaining(rows::add);
      return rows;
    }
  }
}
