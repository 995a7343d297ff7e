package io.timeledger.bench.compare;

import io.timeledger.bench.load.LoadRound;

/// One turn of one system.
///
/// @param p50 milliseconds
/// @param p99 milliseconds
/// @param rate requests per second with the expected answer
/// @param cpu milliseconds per request, over all processes of the system
record Sample(double p50, double p99, double rate, double cpu, long failed) {
  static Sample of(LoadRound round, double cpuMillis) {
    return new Sample(
        round.percentile(50),
        round.percentile(99),
        round.rate(),
        cpuMillis / Math.max(1, round.accepted()),
        round.failed());
  }
}
