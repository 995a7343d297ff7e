package io.timeledger.bench.reply;

/// What was measured in one turn.
///
/// @param p50 in milliseconds, at the fixed rate
/// @param cpuMillis of the whole process per request, at maximum throughput
record ReplySample(double p50, double p99, double perSecond, double cpuMillis, long failed) {}
