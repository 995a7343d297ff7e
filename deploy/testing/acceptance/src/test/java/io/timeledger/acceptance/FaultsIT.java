package io.timeledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.acceptance.fault.Fault;
import io.timeledger.acceptance.fault.Incident;
import io.timeledger.acceptance.report.HtmlReport;
import io.timeledger.acceptance.report.RunReport;
import io.timeledger.harness.JavaCommands;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// Kills, a pause, a cut connection and a full disk lose nothing, double nothing and change
/// nothing: one run of a few minutes with three brokers, in which each of these faults occurs
/// once. The command `deploy/testing/acceptance/faults` runs all kinds of faults for hours.
@Order(1)
class FaultsIT {
  /// Where a loss would begin: the ledger, its brokers in a transaction and without a majority, and
  /// the database are killed; the ledger is also paused and out of disk, and a broker is cut off.
  private static final Set<Fault> FAULTS =
      EnumSet.of(
          Fault.KILL_STREAMS_PROCESSOR,
          Fault.KILL_POSTGRES,
          Fault.KILL_LEADER_IN_TRANSACTION,
          Fault.KILL_TWO_BROKERS,
          Fault.PAUSE_STREAMS_PROCESSOR,
          Fault.CUT_OFF_BROKER,
          Fault.FILL_STATE_DISK);

  /// Kills and others take turns, so that after the last kill each of the others was, too.
  private static final int KILLS = 4;

  @Test
  void losesDoublesAndChangesNothingWhateverFails(
      @TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder) throws Exception {
    Path report = Path.of("target/faults.html");
    FaultTrial trial =
        new FaultTrial(
            folder,
            JavaCommands.folder(),
            new ClusterSize(3, 2, 2, 1, 1),
            20_261_128,
            FAULTS,
            Duration.ZERO,
            KILLS);

    RunReport run = trial.run(System.out::println);
    new HtmlReport(run).write(report);
    run.recoveries().forEach(System.out::println);

    assertThat(run.incidents()).hasSizeGreaterThanOrEqualTo(2 * KILLS - 1);
    assertThat(run.incidents()).anyMatch(Incident::withoutMajority);
    assertThat(run.incidents()).anyMatch(incident -> incident.target().contains(" in timeledger-"));
    assertThat(run.history().ops()).as("enough work to go wrong").hasSizeGreaterThan(150);
    assertThat(run.findings().verdicts())
        .as("%s, see %s", run.summary(), report)
        .allSatisfy(verdict -> assertThat(verdict.violations()).as(verdict.rule()).isEmpty());
  }
}
