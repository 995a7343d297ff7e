package io.timeledger.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// The tools of `src/node`, installed once from their lock file. Without Node.js their tests are
/// skipped, except where `CI` is set: there they fail.
record NodeTools(Path folder) {
  private static final List<String> NEEDED =
      List.of(
          "package.json",
          "package-lock.json",
          "spectral.yaml",
          "redocly.yaml",
          "portman.json",
          "postman.json",
          "filter.json",
          "collection.mjs");
  private static final Path SOURCE = Path.of("src/node");
  private static final Path FOLDER = Path.of("target/node");
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /// What a tool said, and whether it was content.
  record Result(int status, String output) {
    void requireSuccess() {
      assertThat(status).as(output).isZero();
    }
  }

  static synchronized NodeTools installed() throws IOException, InterruptedException {
    boolean isThere = isThere();
    if (!"true".equals(System.getenv("CI"))) {
      assumeTrue(isThere, "no Node.js on the path: the contract is not tried by its tools");
    }
    assertThat(isThere).as("Node.js on the path").isTrue();
    NodeTools tools = new NodeTools(FOLDER);
    Files.createDirectories(FOLDER);
    Path lock = FOLDER.resolve("package-lock.json");
    Path installed = FOLDER.resolve("node_modules/.package-lock.json");
    boolean upToDate =
        Files.exists(installed)
            && Files.exists(lock)
            && Files.mismatch(lock, SOURCE.resolve("package-lock.json")) == -1;
    for (String name : NEEDED) {
      Files.copy(SOURCE.resolve(name), FOLDER.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }
    if (!upToDate) {
      tools
          .run("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error")
          .requireSuccess();
    }
    return tools;
  }

  /// Runs a tool that was installed, by its name.
  Result tool(String name, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("node", "node_modules/.bin/" + name));
    command.addAll(Arrays.asList(arguments));
    return run(command.toArray(String[]::new));
  }

  Result run(String... command) throws IOException, InterruptedException {
    Path output = Files.createTempFile("tool", ".log");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    // Nothing is told to anybody about its use.
    builder.environment().putAll(Map.of("REDOCLY_TELEMETRY", "off", "NO_UPDATE_NOTIFIER", "1"));
    Process process = builder.start();
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError(
          "not within %s: %s".formatted(PATIENCE, Files.readString(output, UTF_8)));
    }
    Result result = new Result(process.exitValue(), Files.readString(output, UTF_8));
    Files.delete(output);
    return result;
  }

  private static boolean isThere() throws InterruptedException {
    try {
      return new ProcessBuilder("node", "--version").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
