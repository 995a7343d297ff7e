package io.timeledger.acceptance.fault;

import java.util.List;

/// A fault that happened. Times are milliseconds since the run began.
///
/// @param readyAt when every process would serve again
/// @param restarted services that gave up meanwhile and were started anew
public record Incident(
    String fault, String target, long at, long mendedAt, long readyAt, List<String> restarted) {
  public boolean isKill() {
    return fault.startsWith("kill");
  }
}
