package io.timeledger.acceptance.fault;

/// A fault that happened. Times are milliseconds since the run began.
///
/// @param readyAt when every process would serve again
public record Incident(String fault, String target, long at, long mendedAt, long readyAt) {
  public boolean isKill() {
    return fault.startsWith("kill");
  }
}
