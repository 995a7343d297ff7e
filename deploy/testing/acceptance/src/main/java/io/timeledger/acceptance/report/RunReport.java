package io.timeledger.acceptance.report;

import io.timeledger.acceptance.check.Findings;
import io.timeledger.acceptance.client.OperationHistory;
import io.timeledger.acceptance.fault.Incident;
import java.time.Duration;
import java.util.List;

/// All data of a run.
public record RunReport(
    long seed,
    Duration time,
    OperationHistory history,
    List<Incident> incidents,
    Findings findings) {
  public long kills() {
    return incidents.stream().filter(Incident::isKill).count();
  }

  /// How soon writes resumed, by kind of fault.
  public List<Recovery> recoveries() {
    return Recovery.of(incidents, history.attempts());
  }

  /// Counts in one line.
  public String summary() {
    return "%d operations in %d requests, %d faults (%d kills), %d events, %d delivered and %d more than once: %s"
        .formatted(
            history.ops().size(),
            history.attempts().size(),
            incidents.size(),
            kills(),
            findings.events(),
            findings.delivered(),
            findings.again(),
            findings.hold()
                ? "0 violations"
                : findings.verdicts().stream().mapToInt(v -> v.violations().size()).sum()
                    + " violations");
  }
}
