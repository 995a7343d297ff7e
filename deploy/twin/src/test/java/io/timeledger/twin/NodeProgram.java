package io.timeledger.twin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Programs of `src/node`, with what their lock file names. Without Node.js their tests are
/// skipped, except where `CI` is set: there they fail.
final class NodeProgram {
  private static final Path SOURCE = Path.of("src/node");
  private static final Path FOLDER = Path.of("target/node");

  private NodeProgram() {}

  /// What the program says on its standard output.
  static String run(String program, Map<String, String> environment) throws Exception {
    requireNode();
    Files.createDirectories(FOLDER);
    Path lock = FOLDER.resolve("package-lock.json");
    boolean upToDate =
        Files.exists(FOLDER.resolve("node_modules/.package-lock.json"))
            && Files.exists(lock)
            && Files.mismatch(lock, SOURCE.resolve("package-lock.json")) == -1;
    for (String name : List.of("package.json", "package-lock.json", program)) {
      Files.copy(SOURCE.resolve(name), FOLDER.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }
    if (!upToDate) {
      run(
          Map.of("NO_UPDATE_NOTIFIER", "1"),
          "npm",
          "ci",
          "--ignore-scripts",
          "--no-audit",
          "--no-fund",
          "--loglevel=error");
    }
    return run(environment, "node", program);
  }

  private static void requireNode() throws InterruptedException {
    boolean there = isThere();
    if (!"true".equals(System.getenv("CI"))) {
      assumeTrue(there, "no Node.js on the path: its client does not judge the twin");
    }
    assertThat(there).as("Node.js on the path").isTrue();
  }

  private static boolean isThere() throws InterruptedException {
    try {
      return new ProcessBuilder("node", "--version")
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static String run(Map<String, String> environment, String... command) throws Exception {
    Path output = Files.createTempFile(FOLDER, "said", ".log");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(FOLDER.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().putAll(environment);
    Process process = builder.start();
    boolean ended = process.waitFor(3, TimeUnit.MINUTES);
    process.destroyForcibly();
    String said = Files.readString(output, UTF_8);
    Files.delete(output);
    assertThat(ended).as(said).isTrue();
    assertThat(process.exitValue()).as(said).isZero();
    return said;
  }
}
