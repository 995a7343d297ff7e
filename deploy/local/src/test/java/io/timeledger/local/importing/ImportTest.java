package io.timeledger.local.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImportTest {
  private static final String TOGGL = "User,Email,Start date,Start time\n";

  @TempDir private Path folder;
  private final Map<String, String> environment = new HashMap<>();
  private final ByteArrayOutputStream screen = new ByteArrayOutputStream();

  @Test
  void endsWithZeroWhenEveryRowIsIn() throws IOException {
    try (RowServer server = new RowServer()) {
      assertThat(run(server, file(TOGGL + "a\nb\n"), "--timezone", "Europe/Berlin")).isZero();
      assertThat(text())
          .isEqualTo(
              "Importing export.csv (toggl) into %s, as --url says\n2 rows: 2 created, 0 already there, 0 failed\n"
                  .formatted(server.url()));
      assertThat(server.requests)
          .hasToString("[/api/v1/imports?format=toggl&timezone=Europe%2FBerlin]");
    }
  }

  @Test
  void listsFailedRowsWithTheReasonAndEndsWithOne() throws IOException {
    try (RowServer server = new RowServer()) {
      assertThat(run(server, file(TOGGL + "a\nbad\n"))).isOne();
      assertThat(text())
          .endsWith("row 3: It is bad (bad_row)\n2 rows: 1 created, 0 already there, 1 failed\n");
    }
  }

  @Test
  void endsWithOneWhenARowIsNotDecidedYet() throws IOException {
    try (RowServer server = new RowServer()) {
      assertThat(run(server, file(TOGGL + "a\nlate\n"))).isOne();
      assertThat(text()).contains("1 created", "1 rows were accepted but not decided");
    }
  }

  @Test
  @Timeout(60)
  void readsResultsWhileTheFileIsStillBeingSent() throws IOException {
    try (RowServer server = new RowServer()) {
      assertThat(run(server, file(TOGGL + "a row of no special interest\n".repeat(400_000))))
          .isZero();
      assertThat(text()).contains("\n400000 rows: 400000 created");
    }
  }

  @Test
  void saysWhyThePlatformTookNothing() throws IOException {
    try (RowServer server = new RowServer()) {
      String file = file(TOGGL + "a\n").toString();
      assertThat(command().run(file, "--url", server.url(), "--token", "wrong")).isOne();
      assertThat(text()).endsWith("\nimport: No valid token (unauthorized)\n");
    }
  }

  @Test
  void takesUrlAndTokenFromWhatUpWrote() throws IOException {
    try (RowServer server = new RowServer()) {
      Files.writeString(
          folder.resolve("local.env"),
          "TIMELEDGER_URL='%s'\nTIMELEDGER_TOKEN='good'\n".formatted(server.url()));
      assertThat(command().run(file(TOGGL + "a\n").toString())).isZero();
    }
  }

  @Test
  void theDataFolderThatIsNamedCountsMoreThanTheEnvironment() throws IOException {
    try (RowServer server = new RowServer()) {
      Path other = Files.createDirectory(folder.resolve("other")).resolve("local.env");
      Files.writeString(
          other, "TIMELEDGER_URL='%s'\nTIMELEDGER_TOKEN='good'\n".formatted(server.url()));
      environment.put("TIMELEDGER_URL", "http://elsewhere.invalid");
      environment.put("TIMELEDGER_TOKEN", "of elsewhere");

      assertThat(command().run(file(TOGGL + "a\n").toString(), "--data", folder + "/other"))
          .isZero();
      assertThat(text()).contains("into %s, as %s says".formatted(server.url(), other));
    }
  }

  @Test
  void passesPreviewModeAndColumnsOn() throws IOException {
    try (RowServer server = new RowServer()) {
      run(
          server,
          file(TOGGL + "a\n"),
          "--preview",
          "--mode=replace",
          "--column",
          "task=Activity",
          "--column=client=Kostenträger 1");
      assertThat(server.requests)
          .hasToString(
              "[/api/v1/imports?column.client=Kostentr%C3%A4ger+1&column.task=Activity&format=toggl&mode=replace&preview=true]");
      assertThat(text()).startsWith("Previewing ").contains("nothing was imported");
    }
    assertThat(command().run("file", "--column", "task")).isEqualTo(2);
  }

  @Test
  void listsWhatRowsMakeAndDelete() throws IOException {
    try (RowServer server = new RowServer()) {
      run(server, file(TOGGL + "corrected\n"), "--preview", "--mode", "replace");
      assertThat(text())
          .contains(
              "row 2: would create client \"Acme\", project p_1\n",
              "row 2: warning: same times as te_8\n",
              "row 2: would delete te_9\n");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"toggl", "clockify", "harvest"})
  void knowsTheFormatOfEachSampleByItsHeader(String format) throws IOException {
    try (RowServer server = new RowServer()) {
      run(server, Path.of("samples", format + ".csv"));
      assertThat(server.requests).hasToString("[/api/v1/imports?format=" + format + "]");
    }
  }

  @Test
  void asksForTheFormatWhenTheHeaderIsOfNone() throws IOException {
    int status = command().run(file("a,b\n1,2\n").toString(), "--url", "http://x", "--token", "t");
    assertThat(status).isEqualTo(2);
    assertThat(text()).contains("--format");
  }

  @Test
  void refusesAnOptionItDoesNotKnow() {
    assertThat(command().run("file", "--colour")).isEqualTo(2);
    assertThat(text()).contains("Unknown option: '--colour'").contains("Usage:");
  }

  private int run(RowServer server, Path file, String... more) {
    List<String> args = new ArrayList<>();
    args.add(file.toString());
    args.addAll(List.of("--url", server.url(), "--token", "good"));
    args.addAll(List.of(more));
    return command().run(args.toArray(String[]::new));
  }

  private Import command() {
    PrintStream out = new PrintStream(screen, true, StandardCharsets.UTF_8);
    return new Import(out, false, folder.resolve("local.env"), environment);
  }

  private Path file(String content) throws IOException {
    return Files.writeString(folder.resolve("export.csv"), content);
  }

  private String text() {
    return screen.toString(StandardCharsets.UTF_8);
  }
}
