package io.timeledger.bench.compare;

import io.timeledger.bench.Table;
import io.timeledger.harness.ManagedProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/// Resources of each process: time to start, memory, and idle CPU.
final class Resources {
  private final BenchSession session;

  Resources(BenchSession session) {
    this.session = session;
  }

  void run() throws InterruptedException {
    Map<String, Duration> startTimes = session.stage().startTimes();
    Table table =
        new Table(
            "Processes",
            "process",
            "first start, s",
            "memory after the load, MB",
            "CPU ms per s when idle");
    Duration idle = session.time();
    for (ManagedProcess member : session.stage().members()) {
      Cpu cpu = Cpu.of(member::processes);
      Thread.sleep(idle);
      table.row(
          member.name(),
          startTimes.getOrDefault(member.name(), Duration.ZERO).toMillis() / 1e3,
          member.processes().mapToLong(Resources::residentKilobytes).sum() / 1024,
          cpu.millis() / idle.toSeconds());
    }
    table.print(session.out());
    session
        .out()
        .printf(
            "%nstreams-processor, started again with its state: %.1f s%n",
            session.stage().restartStreams().toMillis() / 1e3);
  }

  /// Shared memory counts in equal parts for each process.
  private static long residentKilobytes(ProcessHandle process) {
    try {
      return Files.readAllLines(Path.of("/proc/" + process.pid() + "/smaps_rollup")).stream()
          .filter(line -> line.startsWith("Pss:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
          .sum();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
