package io.timeledger.acceptance.fault;

/// A fault and whom it hits.
record Harm(String target, Runnable harm, Runnable mend) {}
