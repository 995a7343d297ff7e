package io.timeledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.acceptance.calendar.CalendarStage;
import io.timeledger.acceptance.calendar.ConnectorKills;
import io.timeledger.acceptance.calendar.EndlessPages;
import io.timeledger.acceptance.calendar.LostSchema;
import io.timeledger.harness.Cluster;
import io.timeledger.twin.ProviderTwin;
import io.timeledger.twin.script.TwinControl;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Blocks are what the providers say, whatever happens to the connector: short versions of the
/// trials of `deploy/testing/acceptance/calendar`. Each waits until blocks are what the twin says.
@Order(3)
@ExtendWith(SharedCluster.class)
class CalendarTrialsIT {
  @Test
  void readsOnWhereItWasKilled(Cluster cluster, ProviderTwin twin) throws InterruptedException {
    CalendarStage stage = stage(cluster, twin, "ws_cal_kills");

    ConnectorKills trial =
        ConnectorKills.run(
            stage,
            stage.member("u_ann", "google", "microsoft"),
            cluster.connectors().getFirst(),
            2,
            20_261_130);

    assertThat(trial.points()).hasSize(2).allMatch(calls -> calls > 0);
    assertThat(trial.messages().renumbered()).isEmpty();
    assertThat(trial.messages().stale()).isEmpty();
  }

  @Test
  void getsAllBackAfterItsSchemaWasDropped(Cluster cluster, ProviderTwin twin) {
    CalendarStage stage = stage(cluster, twin, "ws_cal_lost");

    LostSchema trial =
        LostSchema.run(
            stage, List.of(stage.member("u_ann", "google")), cluster.connectors().getFirst());

    assertThat(trial.signedOut()).isEmpty();
    assertThat(trial.dismissed()).hasSize(5);
    assertThat(trial.stillDismissed()).isEqualTo(trial.dismissed());
    assertThat(trial.messages().stale()).isEmpty();
  }

  @Test
  void losesNoBlockToPagesThatNeverEnd(Cluster cluster, ProviderTwin twin)
      throws InterruptedException {
    EndlessPages trial =
        EndlessPages.run(stage(cluster, twin, "ws_cal_endless"), Duration.ofSeconds(5));

    assertThat(trial.calls()).as("tried").isPositive();
    assertThat(trial.lost()).isEmpty();
    assertThat(trial.healthy()).isLessThan(Duration.ofMinutes(1));
  }

  private static CalendarStage stage(Cluster cluster, ProviderTwin twin, String workspace) {
    return CalendarStage.of(cluster, new TwinControl(twin.url()), workspace, System.out::println);
  }
}
