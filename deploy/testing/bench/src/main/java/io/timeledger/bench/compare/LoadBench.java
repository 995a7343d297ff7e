package io.timeledger.bench.compare;

import io.timeledger.bench.BenchProgress;
import io.timeledger.bench.compare.LoadOptions.Part;
import io.timeledger.bench.load.HttpPost;
import io.timeledger.cli.Program;
import io.timeledger.harness.JavaCommands;
import io.timeledger.harness.ManagedProcess;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.util.FileSystemUtils;

/// The command `deploy/testing/bench/load`. Exit status 2 means a wrong command line.
public final class LoadBench {
  private LoadBench() {}

  public static void main(String[] args) {
    System.exit(new Program<>(LoadOptions.class, LoadBench::run).run(args));
  }

  private static int run(LoadOptions options) throws Exception {
    run(options, JavaCommands.folder(), System.out, new BenchProgress(System.err));
    return 0;
  }

  /// @param jars folder of the services
  static void run(LoadOptions options, Path jars, PrintStream out, BenchProgress progress)
      throws Exception {
    Path folder = Files.createTempDirectory("timeledger-load");
    try (BenchCluster cluster =
            progress.of("processes", () -> new BenchCluster(folder, jars, options.recordings));
        HttpPost http = new HttpPost();
        Connection database = cluster.sql();
        RawKafka kafka = new RawKafka(cluster.bootstrapServers(), cluster::broker)) {
      if (options.pinned) {
        pin(cluster);
      }
      Writers timeledger =
          new Writers(
              "Timeledger",
              "decided, readable",
              cluster.apiUrl(),
              progress.of(
                  "members",
                  () -> BenchPopulation.settle(cluster.apiUrl(), cluster.operatorToken())),
              http,
              cluster::timeledger,
              new AtomicInteger());
      Writers crud =
          new Writers(
              "CRUD with outbox",
              "committed",
              cluster.crudUrl(),
              BenchPopulation.ofCrud(),
              http,
              cluster::crudAndDatabase,
              new AtomicInteger());
      Writers bridge =
          new Writers(
              "Camel bridge",
              "on the log",
              cluster.bridgeUrl(),
              BenchPopulation.ofCrud(),
              http,
              cluster::bridgeAndBroker,
              new AtomicInteger());
      measure(
          new BenchSession(
              options, cluster, timeledger, crud, bridge, kafka, database, progress, out),
          options.parts);
    } finally {
      FileSystemUtils.deleteRecursively(folder);
    }
  }

  private static void measure(BenchSession session, Set<Part> parts) throws Exception {
    new Machine(session).print();
    new WarmUp(session).run();
    if (parts.contains(Part.SINGLE)) {
      new SingleWrites(session).atRates();
    }
    if (parts.contains(Part.SATURATION)) {
      new SingleWrites(session).atSaturation();
    }
    if (parts.contains(Part.VISIBLE)) {
      new Visibility(session).run();
    }
    if (parts.contains(Part.BATCH)) {
      new BatchWrites(session).run();
    }
    new LossCheck(session).run();
    if (parts.contains(Part.REBUILD)) {
      new RebuildSpeed(session).run();
    }
    new Resources(session).run();
  }

  private static void pin(BenchCluster cluster) throws IOException, InterruptedException {
    pin(ProcessHandle.current(), 0);
    for (ManagedProcess member : cluster.members()) {
      for (ProcessHandle process : member.processes().toList()) {
        pin(process, 1);
      }
    }
  }

  private static void pin(ProcessHandle process, int core)
      throws IOException, InterruptedException {
    new ProcessBuilder("taskset", "-a", "-p", "-c", "" + core, "" + process.pid())
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }
}
