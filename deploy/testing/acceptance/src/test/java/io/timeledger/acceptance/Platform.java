package io.timeledger.acceptance;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/// The whole platform as one process on a data folder of its own.
final class Platform implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Path data;
  private final Process process;

  private Platform(Path data, int port) throws IOException {
    this.data = data;
    this.process = java("io.timeledger.local.Up", "--data", data.toString(), "--port", "" + port);
  }

  static Platform start(Path data) throws IOException, InterruptedException {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    Platform platform = new Platform(data, port);
    platform.awaitReady();
    return platform;
  }

  /// As the first member of its workspace.
  Api admin() throws IOException {
    Map<String, String> env = environment();
    return new Api(
        Objects.requireNonNull(env.get("TIMELEDGER_URL")),
        Objects.requireNonNull(env.get("TIMELEDGER_TOKEN")));
  }

  /// What `local.env` says.
  private Map<String, String> environment() throws IOException {
    Map<String, String> variables = new HashMap<>();
    for (String line : Files.readAllLines(data.resolve("local.env"))) {
      int equals = line.indexOf('=');
      if (equals > 0 && !line.startsWith("#")) {
        String value = line.substring(equals + 1).replaceAll("^['\"]|['\"]$", "");
        variables.put(line.substring(0, equals).replaceFirst("^export ", ""), value);
      }
    }
    return variables;
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(15, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private void awaitReady() throws IOException, InterruptedException {
    Instant deadline = Instant.now().plus(PATIENCE);
    while (!output().contains("Ctrl-C stops it")) {
      if (!process.isAlive() || Instant.now().isAfter(deadline)) {
        throw new AssertionError("not ready: " + output());
      }
      process.waitFor(50, TimeUnit.MILLISECONDS);
    }
  }

  private String output() throws IOException {
    return Files.readString(data.resolve("up.out"));
  }

  private Process java(String main, String... arguments) throws IOException {
    Files.createDirectories(data);
    return new ProcessBuilder(commandLine(main, arguments))
        .redirectErrorStream(true)
        .redirectOutput(data.resolve("up.out").toFile())
        .start();
  }

  private static List<String> commandLine(String main, String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx640m",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                main));
    command.addAll(List.of(arguments));
    return command;
  }
}
