package io.timeledger.webhooks.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.webhooks.queue.Slots.Candidate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SlotsTest {
  private final Slots slots = new Slots(40, 8);

  @Test
  void givesAHostNoMoreThanItsCapUntilACallOfItsEnds() {
    assertThat(slots.take(ofHost("slow.example", 9))).hasSize(8);
    assertThat(slots.fullHosts()).containsExactly("slow.example");
    assertThat(slots.take(ofHost("other.example", 1))).hasSize(1);

    slots.release(new WorkspaceId("ws_slow.example"), "slow.example", false);

    assertThat(slots.fullHosts()).isEmpty();
    assertThat(slots.take(ofHost("slow.example", 9))).hasSize(1);
  }

  @Test
  void keepsATenthForRetriesAndAQuarterForFirstAttempts() {
    assertThat(slots.take(many(100, false))).hasSize(36);
    assertThat(slots.take(many(100, true))).hasSize(4);

    Slots others = new Slots(40, 8);
    assertThat(others.take(many(100, true))).hasSize(30);
    assertThat(others.take(many(100, false))).hasSize(10);
    assertThat(others.isFull()).isTrue();
  }

  @Test
  void letsOthersGoFirstOnceAWorkspaceHasItsQuarter() {
    List<Candidate> due = new ArrayList<>(ofWorkspace("ws_big", 0, 10));
    assertThat(slots.take(due)).hasSize(10);

    List<Candidate> next = new ArrayList<>(ofWorkspace("ws_big", 10, 30));
    next.addAll(ofWorkspace("ws_small", 100, 10));
    List<Candidate> taken = slots.take(next);

    assertThat(taken).hasSize(26);
    assertThat(taken.stream().filter(work -> work.workspaceId().value().equals("ws_small")))
        .as("those that have not had their share")
        .hasSize(10);
  }

  @Test
  void givesAWorkspaceEverythingThatNobodyElseWaitsFor() {
    slots.take(ofWorkspace("ws_big", 0, 10));

    assertThat(slots.take(ofWorkspace("ws_big", 10, 30))).hasSize(26);
  }

  @Test
  void isEmptyAgainWhenAllAreReleased() {
    List<Candidate> taken = slots.take(many(20, true));
    taken.forEach(work -> slots.release(work.workspaceId(), work.host(), work.retry()));

    assertThat(slots.inUse()).isZero();
    assertThat(slots.take(many(100, true))).hasSize(30);
  }

  private static List<Candidate> ofHost(String host, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> candidate("ws_" + host, host, i, false))
        .toList();
  }

  private static List<Candidate> ofWorkspace(String workspace, int from, int count) {
    return IntStream.range(from, from + count)
        .mapToObj(i -> candidate(workspace, "host-" + i, i, false))
        .toList();
  }

  private static List<Candidate> many(int count, boolean retry) {
    return IntStream.range(0, count)
        .mapToObj(i -> candidate("ws_" + i, "host-" + i, i, retry))
        .toList();
  }

  private static Candidate candidate(String workspace, String host, int number, boolean retry) {
    return new Candidate("dlv_" + number, "wh_" + number, new WorkspaceId(workspace), host, retry);
  }
}
