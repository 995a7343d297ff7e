package io.timeledger.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A Java program in a separate process, restartable after each kill. Its output goes to one file.
/// Not thread-safe.
final class Jvm {
  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final Set<Jvm> STARTED = ConcurrentHashMap.newKeySet();

  static {
    // an interrupted run must not leave processes behind
    Runtime.getRuntime().addShutdownHook(new Thread(() -> STARTED.forEach(Jvm::end)));
  }

  private final String name;
  private final List<String> arguments;
  private final Map<String, String> environment;
  private final Path log;
  private @Nullable Process process;

  /// @param arguments of `java`
  Jvm(String name, List<String> arguments, Map<String, String> environment, Path log) {
    this.name = name;
    this.arguments = List.copyOf(arguments);
    this.environment = Map.copyOf(environment);
    this.log = log;
  }

  String name() {
    return name;
  }

  void start() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("--sun-misc-unsafe-memory-access=allow");
    command.add("-XX:+UseSerialGC");
    command.addAll(arguments);
    try {
      Files.createDirectories(log.toAbsolutePath().getParent());
      ProcessBuilder builder = new ProcessBuilder(command);
      builder.environment().putAll(environment);
      process =
          builder.redirectErrorStream(true).redirectOutput(Redirect.appendTo(log.toFile())).start();
      STARTED.add(this);
    } catch (IOException e) {
      throw new UncheckedIOException("start " + name, e);
    }
  }

  OptionalLong pid() {
    return process != null && process.isAlive()
        ? OptionalLong.of(process.pid())
        : OptionalLong.empty();
  }

  boolean isAlive() {
    return process != null && process.isAlive();
  }

  /// Like a power failure: no clean shutdown.
  void kill() {
    if (process != null) {
      process.destroyForcibly();
      awaitEnd(process);
    }
  }

  /// Stops it, and kills it after two minutes.
  ///
  /// @return how long it took
  Duration stop() {
    if (process == null) {
      return Duration.ZERO;
    }
    long start = System.nanoTime();
    process.destroy();
    awaitEnd(process);
    return Duration.ofNanos(System.nanoTime() - start);
  }

  /// Waits for its own exit, and kills it after the limit.
  ///
  /// @return its exit status
  int awaitEnd(Duration limit) {
    Process running = Objects.requireNonNull(process, name);
    try {
      if (!running.waitFor(limit.toSeconds(), TimeUnit.SECONDS)) {
        running.destroyForcibly();
      }
      return running.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return -1;
    }
  }

  /// Freezes the process: it neither works nor ends until [#resume].
  void pause() {
    signal("STOP");
  }

  void resume() {
    signal("CONT");
  }

  /// What it printed.
  String output() {
    try {
      return Files.exists(log) ? Files.readString(log) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void end() {
    if (process != null) {
      process.destroy();
    }
  }

  private void signal(String signal) {
    if (process != null && process.isAlive()) {
      Signals.send(signal, process.pid());
    }
  }

  private static void awaitEnd(Process process) {
    try {
      if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
