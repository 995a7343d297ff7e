package io.timeledger.bench.compare;

/// Who writes entries.
record BenchAccount(String workspace, String token) {}
