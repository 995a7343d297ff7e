package io.timeledger.acceptance.fault;

/// A fault and whom it hits.
record FaultInjection(String target, Runnable harm, Runnable mend) {}
