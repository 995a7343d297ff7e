package io.timeledger.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.gatling.app.Gatling;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The generator sees of a server that stalls what Gatling's open model sees, which is known to
/// hide nothing.
class GatlingIT {

  /// A stall lasts for a second; who waits for it before the next request goes out sees few.
  private static final double CLOSE_MILLIS = 300;

  @Test
  void generatorSeesWhatGatlingSees(@TempDir Path folder) throws Exception {
    try (StallingServer server = new StallingServer();
        HttpPost http = new HttpPost()) {
      String witness = gatling(server, folder);
      LoadRound round =
          new Generator(() -> {})
              .open(
                  Arrivals.even(Stalls.RATE),
                  Stalls.TIME,
                  _ ->
                      http.send(server.uri(), "none", "none", "x").statusCode() == 204
                          ? LoadResponse.of(List.of())
                          : LoadResponse.REFUSED);

      assertThat(told(witness, "request count")).isEqualTo(2_000);
      assertThat(round.accepted()).isBetween(1_998L, 2_000L);
      // between these two it is steep, and what else the machine does moves it by hundreds
      for (int percentile : List.of(50, 99)) {
        double ours = round.percentile(percentile);
        double theirs = told(witness, "response time %dth percentile (ms)".formatted(percentile));
        System.out.printf("p%d: generator %.1f ms, Gatling %.0f ms%n", percentile, ours, theirs);
        assertThat(ours).as("p%d", percentile).isCloseTo(theirs, within(CLOSE_MILLIS));
      }
      assertThat(round.percentile(99)).as("the stalls were there").isGreaterThan(800);
    }
  }

  /// In a process of its own: it ends the JVM when it is done.
  ///
  /// @return what it printed
  private static String gatling(StallingServer server, Path folder)
      throws IOException, InterruptedException {
    Path output = folder.resolve("gatling.out");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "-Dstalls.url=" + server.uri(),
                "-cp",
                System.getProperty("java.class.path"),
                Gatling.class.getName(),
                "--simulation",
                Stalls.class.getName(),
                "--results-folder",
                folder.toString())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    int status = process.waitFor();
    String printed = Files.readString(output);
    assertThat(status).as(printed).isZero();
    return printed;
  }

  /// A figure of the summary, over all requests.
  private static double told(String printed, String name) {
    Matcher line =
        Pattern.compile(Pattern.quote("> " + name) + " +\\| +([0-9,]+) ").matcher(printed);
    assertThat(line.find()).as("%s in %s", name, printed).isTrue();
    return Double.parseDouble(line.group(1).replace(",", ""));
  }
}
