package io.timeledger.harness.webhook;

import java.util.Collection;

/// Percentiles of times in milliseconds, by nearest rank; all zero without values.
public record LatencyPercentiles(int count, double p50, double p95, double p99, double max) {

  public static LatencyPercentiles ofMillis(Collection<Double> millis) {
    double[] sorted = millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return new LatencyPercentiles(
        sorted.length, at(sorted, 50), at(sorted, 95), at(sorted, 99), at(sorted, 100));
  }

  private static double at(double[] sorted, int percent) {
    int rank = (int) Math.ceil(sorted.length * percent / 100.0);
    return sorted.length == 0 ? 0 : sorted[Math.max(rank, 1) - 1];
  }

  @Override
  public String toString() {
    return "p50 %.0f ms, p95 %.0f ms, p99 %.0f ms, max %.0f ms (%d)"
        .formatted(p50, p95, p99, max, count);
  }
}
