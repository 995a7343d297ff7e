package io.timeledger.bench.reply;

/// What was measured in one turn.
///
/// @param p50 in milliseconds, at the fixed rate
/// @param perSecond maximum throughput
/// @param cpuMicros of the whole process per request, at maximum throughput
/// @param readerMicros of that, the threads that read replies and watch timeouts
record ReplySample(
    double p50, double p99, double perSecond, double cpuMicros, double readerMicros, long failed) {}
