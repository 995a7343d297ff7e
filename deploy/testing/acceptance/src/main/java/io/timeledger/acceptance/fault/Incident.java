package io.timeledger.acceptance.fault;

import java.util.List;

/// A fault that happened. Times are milliseconds since the run began.
///
/// @param at when it began
/// @param harmedAt when the harm was done
/// @param withoutMajority whether no write could be on two brokers until it was mended
/// @param readyAt when every process would serve again
/// @param restarted services that gave up meanwhile and were started anew
public record Incident(
    String fault,
    String target,
    long at,
    long harmedAt,
    boolean withoutMajority,
    long mendedAt,
    long readyAt,
    List<String> restarted) {
  public boolean isKill() {
    return fault.startsWith("kill");
  }
}
