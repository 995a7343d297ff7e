package io.timeledger.acceptance.fault;

import java.util.List;

/// An injected fault. Times are milliseconds since the run began.
///
/// @param at when it began
/// @param harmedAt when the injection was complete
/// @param withoutMajority whether no write could be on two brokers until recovery
/// @param readyAt when every process was ready again
/// @param restarted services that gave up meanwhile and were restarted
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
