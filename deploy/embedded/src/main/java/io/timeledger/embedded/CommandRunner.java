package io.timeledger.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Runs short commands to completion, each with the same prefix.
record CommandRunner(List<String> prefix) {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  CommandRunner {
    prefix = List.copyOf(prefix);
  }

  record Result(int status, String output) {
    boolean succeeded() {
      return status == 0;
    }
  }

  Result run(List<String> command) {
    try {
      // a file, not a pipe: a daemon started by the command would keep the pipe open
      Path output = Files.createTempFile("timeledger-", ".out");
      try {
        return run(command, output);
      } finally {
        Files.deleteIfExists(output);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(String.join(" ", command), e);
    }
  }

  private Result run(List<String> command, Path output) throws IOException {
    Process process =
        new ProcessBuilder(Stream.concat(prefix.stream(), command.stream()).toList())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .start();
    try {
      if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return new Result(-1, "no end within " + LIMIT);
      }
      return new Result(process.exitValue(), Files.readString(output).strip());
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      return new Result(-1, "interrupted");
    }
  }
}
