package io.timeledger.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A program of other hands, run in a folder.
record Tool(Path folder, Map<String, String> environment) {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /// What a tool said, and whether it was content.
  record Result(int status, String output) {
    Result requireSuccess() {
      assertThat(status).as(output).isZero();
      return this;
    }
  }

  static boolean isThere(String... command) throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  Result run(String... command) throws IOException, InterruptedException {
    Path output = Files.createTempFile("tool", ".log");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().putAll(environment);
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
}
