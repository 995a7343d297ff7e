package io.timeledger.bench.idle;

import io.timeledger.bench.BenchProgress;
import io.timeledger.bench.Table;
import io.timeledger.cli.Program;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/// The command `deploy/testing/bench/idle`.
public final class IdleBench {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final int THREADS = 12; // that are shown
  private static final String READY = "Ctrl-C stops it";

  private final Process up;
  private final Path data;
  private final BenchProgress progress;

  private IdleBench(Process up, Path data, BenchProgress progress) {
    this.up = up;
    this.data = data;
    this.progress = progress;
  }

  public static void main(String[] args) {
    System.exit(new Program<>(IdleOptions.class, IdleBench::run).run(args));
  }

  private static int run(IdleOptions options) throws Exception {
    BenchProgress progress = new BenchProgress(System.err);
    if (options.separate()) {
      new SeparateProcesses(options, progress).run(System.out);
    } else {
      run(options, System.out, progress);
    }
    return 0;
  }

  private static void run(IdleOptions options, PrintStream out, BenchProgress progress)
      throws Exception {
    Path folder = Files.createTempDirectory("timeledger-idle");
    Path output = folder.resolve("up.out");
    Path data = folder.resolve("data");
    Process up =
        new ProcessBuilder(
                System.getProperty("timeledger.up"), "--data", data.toString(), "--port", "0")
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      progress.of("start", () -> awaitReady(up, output));
      new IdleBench(up, data, progress).measure(options, out);
    } finally {
      up.destroy();
      up.waitFor(30, TimeUnit.SECONDS);
      FileSystemUtils.deleteRecursively(folder);
    }
  }

  private void measure(IdleOptions options, PrintStream out) throws Exception {
    progress.of(options.entries() + " entries", () -> create(options.entries()));
    progress.of("silence", () -> sleep(options.quiet()));
    Map<String, Long> processes = millisOfProcesses();
    Map<String, Long> threads = ProcessTimes.millisOfThreads(up.pid());
    progress.of("measurement", () -> sleep(options.seconds()));
    Map<String, Long> processesAfter = millisOfProcesses();
    Map<String, Long> threadsAfter = ProcessTimes.millisOfThreads(up.pid());
    Map<String, Long> memory = kilobytesOfProcesses();

    Table table = new Table("Idle", "process", "of one core, %", "memory, MB");
    double all = 0;
    for (String process : processes.keySet()) {
      double share = percent(processesAfter, processes, process, options.seconds());
      all += share;
      table.row(process, share, memory.getOrDefault(process, 0L) / 1024);
    }
    table.row("all", all, memory.values().stream().mapToLong(Long::longValue).sum() / 1024);
    table.print(out);

    Table busiest = new Table("Threads of up", "thread", "of one core, %");
    threadsAfter.keySet().stream()
        .sorted(
            Comparator.comparingDouble(
                thread -> -percent(threadsAfter, threads, thread, options.seconds())))
        .limit(THREADS)
        .forEach(
            thread ->
                busiest.row(thread, percent(threadsAfter, threads, thread, options.seconds())));
    busiest.print(out);
  }

  private Map<String, Long> millisOfProcesses() {
    Map<String, Long> millis = new LinkedHashMap<>();
    millis.put("up", ProcessTimes.millis(up.pid()));
    millis.put("postgres", postgres().mapToLong(p -> ProcessTimes.millis(p.pid())).sum());
    return millis;
  }

  private Map<String, Long> kilobytesOfProcesses() {
    Map<String, Long> kilobytes = new LinkedHashMap<>();
    kilobytes.put("up", ProcessTimes.residentKilobytes(up.pid()));
    kilobytes.put(
        "postgres", postgres().mapToLong(p -> ProcessTimes.residentKilobytes(p.pid())).sum());
    return kilobytes;
  }

  /// The postmaster, which is not a child of `up`, and its children.
  private Stream<ProcessHandle> postgres() {
    try (Stream<Path> files = Files.walk(data.resolve("postgres"))) {
      Path pid =
          files
              .filter(file -> file.endsWith("postmaster.pid"))
              .findFirst()
              .orElseThrow(() -> new IllegalStateException("no postmaster.pid in " + data));
      ProcessHandle postmaster =
          ProcessHandle.of(Long.parseLong(Files.readAllLines(pid).getFirst())).orElseThrow();
      return Stream.concat(Stream.of(postmaster), postmaster.descendants());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static double percent(
      Map<String, Long> after, Map<String, Long> before, String name, int seconds) {
    return (after.getOrDefault(name, 0L) - before.getOrDefault(name, 0L)) / (10.0 * seconds);
  }

  private int create(int entries) throws IOException, InterruptedException {
    String env = Files.readString(data.resolve("local.env"));
    return new EarlierEntries(
            URI.create(variable(env, "TIMELEDGER_URL")), variable(env, "TIMELEDGER_TOKEN"))
        .create(entries);
  }

  /// A variable of `local.env`, whose values are in single quotes.
  private static String variable(String env, String name) {
    return Pattern.compile("^(?:export )?" + name + "='([^']*)'", Pattern.MULTILINE)
        .matcher(env)
        .results()
        .map(found -> found.group(1))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("local.env has no " + name));
  }

  private static boolean awaitReady(Process up, Path output)
      throws IOException, InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!Files.readString(output).contains(READY)) {
      if (!up.isAlive() || System.nanoTime() > deadline) {
        throw new IllegalStateException("up is not ready: " + Files.readString(output));
      }
      Thread.sleep(100);
    }
    return true;
  }

  private static int sleep(int seconds) throws InterruptedException {
    Thread.sleep(Duration.ofSeconds(seconds));
    return seconds;
  }
}
