package io.timeledger.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.timeledger.local.Up;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// Runs the browser tests that stand beside the console's sources. Without a browser, or without
/// the console that the build of ingest-api makes where Node.js is, they are skipped, except where
/// `CI` is set: there they fail.
class BrowserIT {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Path CONSOLE = Path.of("../../../ingest-api/target/console");
  private static final Path PLAYWRIGHT = CONSOLE.resolve("node_modules/.bin/playwright");
  private static final int PATIENCE_MINUTES = 6;

  @Test
  void doesWhatPeopleComeFor() throws IOException, InterruptedException {
    requireOrSkip(CHROMIUM, "no Chromium");
    requireOrSkip(PLAYWRIGHT, "this build has no console");
    Path data = Files.createTempDirectory("timeledger-console");
    Up.main(new String[] {"--data", data.toString(), "--port", "0"});
    Path log = Path.of("target/browser.log").toAbsolutePath();
    ProcessBuilder tests =
        new ProcessBuilder("node", "node_modules/.bin/playwright", "test")
            .directory(CONSOLE.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    tests.environment().putAll(settings(data.resolve("local.env")));
    tests.environment().put("CONSOLE_SCREENS", Path.of("target/screens").toAbsolutePath() + "");

    Process running = tests.start();

    if (!running.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
      running.destroyForcibly();
    }
    assertThat(running.waitFor()).as(() -> read(log)).isZero();
  }

  private static void requireOrSkip(Path needed, String otherwise) {
    boolean isThere = Files.exists(needed);
    if (!"true".equals(System.getenv("CI"))) {
      assumeTrue(isThere, otherwise + ": the console is not tried in a browser");
    }
    assertThat(isThere).as("%s (%s)", needed, otherwise).isTrue();
  }

  private static Map<String, String> settings(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    Map<String, String> settings = new HashMap<>();
    for (String line : lines) {
      int equals = line.indexOf('=');
      if (equals > 0 && !line.startsWith("#")) {
        settings.put(
            line.substring(0, equals).replaceFirst("^export ", ""),
            line.substring(equals + 1).replaceAll("^['\"]|['\"]$", ""));
      }
    }
    return settings;
  }

  private static String read(Path log) {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      return e.toString();
    }
  }
}
