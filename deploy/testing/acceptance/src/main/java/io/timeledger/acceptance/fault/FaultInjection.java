package io.timeledger.acceptance.fault;

/// A fault and its target.
record FaultInjection(String target, Runnable harm, Runnable mend) {}
