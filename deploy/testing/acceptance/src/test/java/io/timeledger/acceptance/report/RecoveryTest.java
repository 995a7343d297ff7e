package io.timeledger.acceptance.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.acceptance.client.RequestAttempt;
import io.timeledger.acceptance.fault.Incident;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecoveryTest {
  private static final Incident INCIDENT =
      new Incident("kill-two-brokers", "b", 1000, 1100, true, 13_000, 20_000, List.of());

  @Test
  void countsUntilTheLastWorkspaceGoesOn() {
    List<RequestAttempt> attempts =
        List.of(
            new RequestAttempt("ws_1", true, 900, 200, 201), // sent before
            new RequestAttempt("ws_1", true, 2000, 5000, 503),
            new RequestAttempt("ws_1", false, 13_500, 500, 201),
            new RequestAttempt("ws_2", true, 15_000, 1000, 201));

    assertThat(Recovery.of(List.of(INCIDENT), attempts))
        .containsExactly(
            new Recovery("kill-two-brokers", 1, 15_000, 15_000, 16_000 - 13_000, 19_000));
  }

  @Test
  void goesOnWhileAnotherBrokerIsStillAway() {
    List<RequestAttempt> attempts = List.of(new RequestAttempt("ws_1", true, 5000, 1000, 201));

    assertThat(Recovery.of(List.of(INCIDENT), attempts))
        .singleElement()
        .extracting(Recovery::mended)
        .isEqualTo(0L);
  }
}
