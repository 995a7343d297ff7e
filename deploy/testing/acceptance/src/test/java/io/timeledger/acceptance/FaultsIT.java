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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// Kills, stops, pauses, cut connections and full disks lose nothing, double nothing and change
/// nothing, with one broker and with three.
class FaultsIT {
  private static final int KILLS = 5;
  private static final Path SERVICES = JavaCommands.folder();

  @Test
  void keepsItsPromisesWhateverIsKilled(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder)
      throws Exception {
    Set<Fault> faults = EnumSet.copyOf(Fault.ofOneBroker());
    faults.remove(Fault.KILL_EVERYTHING); // a restart of everything takes too long for every build
    FaultTrial trial =
        new FaultTrial(
            folder,
            SERVICES,
            new ClusterSize(2, 2, 2),
            20_260_609,
            faults,
            Duration.ofMinutes(2),
            KILLS);

    RunReport run = run(trial, Path.of("target/faults-one-broker.html"));

    assertThat(run.kills()).isGreaterThanOrEqualTo(KILLS);
  }

  @Test
  void keepsItsPromisesWhicheverOfThreeBrokersAreAway(
      @TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder) throws Exception {
    FaultTrial trial =
        new FaultTrial(
            folder,
            SERVICES,
            new ClusterSize(3, 2, 1, 1),
            20_261_128,
            EnumSet.of(
                Fault.KILL_COORDINATOR_IN_TRANSACTION,
                Fault.KILL_LEADER_IN_TRANSACTION,
                Fault.KILL_TWO_BROKERS,
                Fault.CUT_OFF_BROKER,
                Fault.STOP_BROKER),
            Duration.ofSeconds(100),
            3);

    RunReport run = run(trial, Path.of("target/faults-three-brokers.html"));

    assertThat(run.incidents()).anyMatch(Incident::withoutMajority);
    assertThat(run.incidents()).anyMatch(incident -> incident.target().contains(" in timeledger-"));
  }

  private static RunReport run(FaultTrial trial, Path report) throws InterruptedException {
    RunReport run = trial.run(System.out::println);
    new HtmlReport(run).write(report);
    run.recoveries().forEach(System.out::println);

    assertThat(run.history().ops()).as("enough work to go wrong").hasSizeGreaterThan(150);
    assertThat(run.findings().verdicts())
        .as("%s, see %s", run.summary(), report)
        .allSatisfy(verdict -> assertThat(verdict.violations()).as(verdict.rule()).isEmpty());
    return run;
  }
}
