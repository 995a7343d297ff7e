package io.timeledger.bench.idle;

import io.timeledger.bench.BenchProgress;
import io.timeledger.bench.Table;
import io.timeledger.harness.Cluster;
import io.timeledger.harness.JavaCommands;
import io.timeledger.harness.ManagedProcess;
import io.timeledger.harness.rest.RestClient;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.util.FileSystemUtils;

/// The idle platform with a process for each part, as most installations have it.
record SeparateProcesses(IdleOptions options, BenchProgress progress) {
  private static final String WORKSPACE =
      """
      {"id": "ws_idle", "name": "Idle", "owner": {"id": "u_owner", "name": "Owner",
       "email": "owner@idle.example"}}
      """;

  void run(PrintStream out) throws Exception {
    Path folder = Files.createTempDirectory("timeledger-idle");
    try (Cluster cluster =
        progress.of(
            "start",
            () ->
                Cluster.of(JavaCommands.jars(JavaCommands.folder()))
                    .streams(1)
                    .apis(1)
                    .dispatchers(1)
                    .start(folder))) {
      progress.of(options.entries() + " entries", () -> create(cluster));
      progress.of("silence", () -> sleep(options.quiet()));
      Map<String, Long> before = millis(cluster);
      progress.of("measurement", () -> sleep(options.seconds()));
      print(cluster, before, millis(cluster), out);
    } finally {
      FileSystemUtils.deleteRecursively(folder);
    }
  }

  private int create(Cluster cluster) throws Exception {
    URI api = cluster.urls().getFirst();
    String token =
        RestClient.require(api, cluster.operatorToken(), "POST", "/api/v1/workspaces", WORKSPACE)
            .at("/token/secret")
            .asString();
    return new EarlierEntries(api, token).create(options.entries());
  }

  private void print(
      Cluster cluster, Map<String, Long> before, Map<String, Long> after, PrintStream out) {
    Table table =
        new Table("Idle, in separate processes", "process", "of one core, %", "memory, MB");
    for (ManagedProcess member : cluster.members()) {
      String name = member.name();
      table.row(
          name,
          (after.getOrDefault(name, 0L) - before.getOrDefault(name, 0L))
              / (10.0 * options.seconds()),
          member.processes().mapToLong(p -> ProcessTimes.residentKilobytes(p.pid())).sum() / 1024);
    }
    table.print(out);
  }

  private static Map<String, Long> millis(Cluster cluster) {
    Map<String, Long> millis = new LinkedHashMap<>();
    for (ManagedProcess member : cluster.members()) {
      millis.put(
          member.name(), member.processes().mapToLong(p -> ProcessTimes.millis(p.pid())).sum());
    }
    return millis;
  }

  private static int sleep(int seconds) throws InterruptedException {
    Thread.sleep(Duration.ofSeconds(seconds));
    return seconds;
  }
}
