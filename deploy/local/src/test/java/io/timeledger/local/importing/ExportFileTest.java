package io.timeledger.local.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportFileTest {
  @TempDir private Path folder;

  @Test
  void tellsTheSystemByTheHeader() throws IOException {
    assertThat(csv("\uFEFFUser,Email,Start date\n").format()).contains("toggl");
    assertThat(csv("\"Project\",\"Start Date\"\r\n").format()).contains("clockify");
    assertThat(csv("a,b\n").format()).isEmpty();
  }

  @Test
  void countsRecordsNotLines() throws IOException {
    assertThat(csv("").rows()).isZero();
    assertThat(csv("h\n").rows()).isZero();
    assertThat(csv("h\na\n\nb").rows()).isEqualTo(2);
    assertThat(csv("h\r\n\"two\r\nlines, \"\"quoted\"\"\"\r\nb\r\n").rows()).isEqualTo(2);
  }

  @Test
  void knowsTheSamples() throws IOException {
    Path samples = Path.of("samples");
    assertThat(new ExportFile(samples.resolve("toggl.csv")).format()).contains("toggl");
    assertThat(new ExportFile(samples.resolve("clockify.csv")).format()).contains("clockify");
  }

  private ExportFile csv(String content) throws IOException {
    return new ExportFile(Files.writeString(folder.resolve("some.csv"), content));
  }
}
