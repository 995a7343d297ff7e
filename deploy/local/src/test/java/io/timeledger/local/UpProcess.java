package io.timeledger.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The command `up` as a process of its own, as a person starts it.
final class UpProcess implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Process process;
  private final Path output;

  private UpProcess(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  static UpProcess start(Path data, String... options) throws IOException {
    Path output = Files.createTempFile("up-", ".out");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx640m",
                // it runs for seconds
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dlogback.configurationFile=logback.xml",
                "-cp",
                System.getProperty("java.class.path"),
                Up.class.getName(),
                "--data",
                data.toString()));
    command.addAll(List.of(options));
    return new UpProcess(
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start(),
        output);
  }

  /// Waits until it says that it is ready.
  UpProcess ready() throws IOException, InterruptedException {
    Instant deadline = Instant.now().plus(PATIENCE);
    while (!text().contains("Ctrl-C stops it")) {
      if (!process.isAlive() || Instant.now().isAfter(deadline)) {
        throw new AssertionError("not ready: " + text());
      }
      process.waitFor(100, TimeUnit.MILLISECONDS);
    }
    return this;
  }

  /// Waits until it ends by itself; the answer is the exit status.
  int status() throws InterruptedException {
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new AssertionError("did not end");
    }
    return process.exitValue();
  }

  String text() throws IOException {
    return Files.readString(output);
  }

  long pid() {
    return process.pid();
  }

  /// Asks it to stop; the answer is how long that took.
  Duration stop() throws InterruptedException {
    long start = System.nanoTime();
    process.destroy();
    status();
    return Duration.ofNanos(System.nanoTime() - start);
  }

  void kill() throws InterruptedException {
    process.destroyForcibly();
    status();
  }

  @Override
  public void close() throws IOException {
    try {
      stop();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      process.destroyForcibly();
      Files.deleteIfExists(output);
    }
  }
}
