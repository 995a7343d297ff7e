package io.timeledger.bench.compare;

/// A member that writes entries.
record BenchAccount(String workspace, String token) {}
