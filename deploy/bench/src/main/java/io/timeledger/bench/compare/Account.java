package io.timeledger.bench.compare;

/// Who writes entries.
record Account(String workspace, String token) {}
