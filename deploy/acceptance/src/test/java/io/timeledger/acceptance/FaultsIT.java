package io.timeledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.acceptance.fault.Fault;
import io.timeledger.acceptance.process.Size;
import io.timeledger.acceptance.report.Page;
import io.timeledger.acceptance.report.Run;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Kills, stops, pauses, cut connections and full disks lose nothing, double nothing and change
/// nothing.
class FaultsIT {
  private static final int KILLS = 5; // of each run

  @ParameterizedTest
  @ValueSource(longs = {20_260_608, 20_260_609})
  void keepsItsPromisesWhateverIsKilled(
      long seed, @TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder) throws Exception {
    Trial trial =
        new Trial(
            folder,
            Path.of("target/services"),
            new Size(2, 2, 2),
            seed,
            // to start everything anew takes too long for every build
            EnumSet.complementOf(EnumSet.of(Fault.KILL_EVERYTHING)),
            Duration.ofMinutes(2),
            KILLS);

    Path report = Path.of("target/faults-" + seed + ".html");
    Run run = trial.run(System.out::println);
    new Page(run).write(report);
    run.recoveries().forEach(System.out::println);

    assertThat(run.kills()).isGreaterThanOrEqualTo(KILLS);
    assertThat(run.history().ops()).as("enough work to go wrong").hasSizeGreaterThan(150);
    assertThat(run.findings().verdicts())
        .as("%s, see %s", run.summary(), report)
        .allSatisfy(verdict -> assertThat(verdict.violations()).as(verdict.rule()).isEmpty());
  }
}
