package io.timeledger.webhooks.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.webhooks.queue.Slots.Candidate;
import java.util.List;
import org.junit.jupiter.api.Test;

class LaneRotationTest {
  private static final Candidate SERVED = candidate("wh_served");
  private static final Candidate FULL = candidate("wh_full");

  private final LaneRotation rotation = new LaneRotation();

  @Test
  void passesOverWhoGotNoSlotWhileOthersMayWait() {
    rotation.taken(List.of(SERVED, FULL), List.of(SERVED), true);

    assertThat(rotation.over()).containsExactly("wh_full");
  }

  @Test
  void beginsAnewOnceAllHadTheirTurn() {
    rotation.taken(List.of(FULL), List.of(), true);
    rotation.taken(List.of(SERVED), List.of(SERVED), false);

    assertThat(rotation.over()).isEmpty();
  }

  private static Candidate candidate(String lane) {
    return new Candidate("dlv_" + lane, lane, new WorkspaceId("ws_1"), "host", false);
  }
}
