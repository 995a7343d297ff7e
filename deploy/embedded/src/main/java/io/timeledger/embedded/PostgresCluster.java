package io.timeledger.embedded;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/// The data of one PostgreSQL on disk, and the commands on it.
final class PostgresCluster {
  static final String SUPERUSER = "timeledger";
  private static final Duration KILLED_IS_GONE = Duration.ofSeconds(20);
  private static final Duration RETRY = Duration.ofMillis(200);

  private final Path data;
  private final Path serverLog;
  private final Path bin;
  private final Unprivileged as;
  private final CommandRunner program;

  PostgresCluster(Path folder) {
    this(folder, Unprivileged.here());
  }

  PostgresCluster(Path folder, Unprivileged as) {
    this.data = folder.resolve("data");
    this.serverLog = folder.resolve("postgres.log");
    this.bin = PostgresBinaries.unpacked().resolve("bin");
    this.as = as;
    this.program = new CommandRunner(as.prefix());
  }

  /// Creates the cluster if there is none; restarts an interrupted creation.
  void create(Path passwordFile) {
    if (Files.exists(data)) {
      as.own(data);
      as.own(serverLog);
      return;
    }
    try {
      Path fresh = data.resolveSibling("data.new");
      Folders.delete(fresh);
      Files.createDirectories(fresh);
      as.own(fresh);
      expect(
          "initdb",
          "-D",
          fresh.toString(),
          "-U",
          SUPERUSER,
          "--pwfile",
          passwordFile.toString(),
          "-A",
          "scram-sha-256",
          "-E",
          "UTF8",
          "--no-locale",
          "--locale-provider=builtin",
          "--builtin-locale=C.UTF-8",
          "--no-instructions");
      Files.move(fresh, data, ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("create " + data, e);
    }
  }

  /// Stops a server that a killed process left on this data.
  void stopOrphan() {
    if (Postmaster.isLeftIn(data)) {
      stop();
    }
  }

  void start(int port, Map<String, String> settings) {
    List<String> options = new ArrayList<>(List.of("-p", Integer.toString(port)));
    settings.forEach((name, value) -> options.addAll(List.of("-c", name + "=" + value)));
    long deadline = System.nanoTime() + KILLED_IS_GONE.toNanos();
    CommandRunner.Result result = start(options);
    // a killed server keeps its pid until its parent has reaped it, and its shared memory until its
    // sessions have ended
    while (!result.succeeded()
        && Postmaster.of(data).isPresent()
        && System.nanoTime() - deadline < 0) {
      LockSupport.parkNanos(RETRY.toNanos());
      result = start(options);
    }
    if (!result.succeeded()) {
      throw new IllegalStateException(
          "PostgreSQL did not start, see %s: %s".formatted(serverLog, result.output()));
    }
  }

  private CommandRunner.Result start(List<String> options) {
    return run(
        "pg_ctl",
        "start",
        "-w",
        "-t",
        "60",
        "-D",
        data.toString(),
        "-l",
        serverLog.toString(),
        "-o",
        String.join(" ", options));
  }

  /// Ends sessions and stops; after 5 s without a checkpoint, so the next start must recover.
  void stop() {
    if (!run("pg_ctl", "stop", "-m", "fast", "-t", "5", "-D", data.toString()).succeeded()) {
      expect("pg_ctl", "stop", "-m", "immediate", "-t", "5", "-D", data.toString());
    }
  }

  long pid() {
    return Postmaster.of(data).orElseThrow().pid();
  }

  private void expect(String... command) {
    CommandRunner.Result result = run(command);
    if (!result.succeeded()) {
      throw new IllegalStateException(command[0] + " failed: " + result.output());
    }
  }

  private CommandRunner.Result run(String... command) {
    String program = bin.resolve(command[0]).toString();
    return this.program.run(Stream.concat(Stream.of(program), Stream.of(command).skip(1)).toList());
  }
}
