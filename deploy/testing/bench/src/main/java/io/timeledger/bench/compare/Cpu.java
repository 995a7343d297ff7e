package io.timeledger.bench.compare;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// CPU time of processes, user and system, from now on.
final class Cpu {
  private final Supplier<Stream<ProcessHandle>> processes;
  private final Map<Long, Duration> before;

  private Cpu(Supplier<Stream<ProcessHandle>> processes) {
    this.processes = processes;
    this.before = used();
  }

  static Cpu of(Supplier<Stream<ProcessHandle>> processes) {
    return new Cpu(processes);
  }

  /// Excludes processes that ended meanwhile.
  double millis() {
    return used().entrySet().stream()
        .mapToDouble(
            process ->
                process
                        .getValue()
                        .minus(before.getOrDefault(process.getKey(), Duration.ZERO))
                        .toNanos()
                    / 1e6)
        .sum();
  }

  private Map<Long, Duration> used() {
    Map<Long, Duration> used = new HashMap<>();
    processes
        .get()
        .forEach(
            process ->
                process.info().totalCpuDuration().ifPresent(time -> used.put(process.pid(), time)));
    return used;
  }
}
