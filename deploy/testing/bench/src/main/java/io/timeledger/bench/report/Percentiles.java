package io.timeledger.bench.report;

import java.util.Arrays;

/// Durations in milliseconds, by nearest rank.
record Percentiles(double p50, double p95) {

  static Percentiles of(long[] nanos) {
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    return new Percentiles(at(sorted, 50), at(sorted, 95));
  }

  private static double at(long[] sorted, int percent) {
    int rank = (int) Math.ceil(sorted.length * percent / 100.0);
    return sorted[Math.max(rank, 1) - 1] / 1e6;
  }
}
