package io.timeledger.bench.compare;

import io.timeledger.harness.ManagedProcess;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// CPU time by process, summed over several measurements.
final class CpuShares {
  private final List<ManagedProcess> members;
  private final Map<String, Double> millis = new LinkedHashMap<>();

  CpuShares(List<ManagedProcess> members) {
    this.members = members;
  }

  /// @return call it at the end of the measurement
  Runnable measure() {
    Map<ManagedProcess, Cpu> running = new LinkedHashMap<>();
    members.forEach(m -> running.put(m, Cpu.of(m::processes)));
    return () -> running.forEach((m, cpu) -> millis.merge(m.name(), cpu.millis(), Double::sum));
  }

  @Override
  public String toString() {
    double all = millis.values().stream().mapToDouble(Double::doubleValue).sum();
    return millis.entrySet().stream()
        .map(share -> "%s %.0f %%".formatted(share.getKey(), 100 * share.getValue() / all))
        .collect(Collectors.joining(", "));
  }
}
