package io.timeledger.acceptance;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/// The whole platform as one process on a data folder of its own, to be killed and started again.
final class Platform implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Path data;
  private final int port;
  private Process process;

  private Platform(Path data, int port) throws IOException {
    this.data = data;
    this.port = port;
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

  /// Like a power failure: nothing gets a chance to end well.
  void kill() throws InterruptedException {
    process.destroyForcibly();
    await();
  }

  void stop() throws InterruptedException {
    process.destroy();
    await();
  }

  void startAgain() throws IOException, InterruptedException {
    process = java("io.timeledger.local.Up", "--data", data.toString(), "--port", "" + port);
    awaitReady();
  }

  /// Runs an operator command beside it; the answer is what it printed.
  String operate(String command) throws IOException, InterruptedException {
    Map<String, String> env = environment();
    Path output = data.resolve(command + ".out");
    Process running =
        new ProcessBuilder(
                commandLine(
                    "io.timeledger.streams.StreamsProcessor",
                    command,
                    "--timeledger.kafka.bootstrap-servers=" + env.get("KAFKA_BOOTSTRAP"),
                    "--timeledger.partitions=4",
                    "--timeledger.replication-factor=1",
                    "--spring.datasource.url=" + env.get("JDBC_URL"),
                    "--spring.datasource.username=" + env.get("JDBC_USER"),
                    "--spring.datasource.password=" + env.get("JDBC_PASSWORD")))
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    if (!running.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || running.exitValue() != 0) {
      throw new AssertionError(command + " failed: " + Files.readString(output));
    }
    return Files.readString(output);
  }

  Api admin() throws IOException {
    return api("TIMELEDGER_TOKEN");
  }

  Api member() throws IOException {
    return api("TIMELEDGER_MEMBER_TOKEN");
  }

  Connection sql() throws IOException, SQLException {
    Map<String, String> env = environment();
    return DriverManager.getConnection(
        env.get("JDBC_URL"), env.get("JDBC_USER"), env.get("JDBC_PASSWORD"));
  }

  /// What `local.env` says.
  Map<String, String> environment() throws IOException {
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

  private Api api(String tokenVariable) throws IOException {
    Map<String, String> env = environment();
    return new Api(
        Objects.requireNonNull(env.get("TIMELEDGER_URL"), "TIMELEDGER_URL"),
        Objects.requireNonNull(env.get(tokenVariable), tokenVariable));
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

  private void await() throws InterruptedException {
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new AssertionError("the platform did not end");
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
