package io.timeledger.acceptance.calendar;

import io.timeledger.harness.Poll;
import io.timeledger.harness.ServiceProcess;
import io.timeledger.twin.script.RandomChanges;
import io.timeledger.twin.script.TwinAccount;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Two connectors: one is frozen in the middle of a round, longer than its lease.
///
/// @param takenOver from the freeze until the other had read everything
/// @param fenced whether the frozen one noticed that it had lost its lease
/// @param messages of the whole trial
public record FrozenConnector(Duration takenOver, boolean fenced, BlockMessages messages) {
  private static final int MEETINGS = 24;
  private static final Duration FROZEN = Duration.ofSeconds(70);
  private static final Duration LIMIT = Duration.ofMinutes(4);
  private static final String OWNER =
      """
      select lease_owner from calendar.lane
      where lease_token is not null and id in
        (select lane_id from calendar.connection where workspace_id = ? and user_id = ?)
      """;

  /// @param member not yet connected, with one account
  /// @param connectors by their instance ids
  public static FrozenConnector run(
      CalendarStage stage, TrialMember member, Map<String, ServiceProcess> connectors)
      throws InterruptedException {
    TwinAccount account = member.accounts().getFirst();
    RandomChanges changes =
        new RandomChanges(stage.twin(), member.accounts(), MEETINGS).onlyOfTimes();
    changes.fill(MEETINGS);
    member.connect();
    stage.awaitRest(List.of(member), LIMIT);
    long before = stage.twin().calls();
    stage.twin().expireSyncTokens(account);
    stage.await("pages", LIMIT, () -> stage.twin().calls(account, before).size() >= 3);
    stage.twin().failOnce(account, "hang");
    stage.await("a hanging call", LIMIT, () -> !owner(stage, member).isEmpty());
    TimeUnit.SECONDS.sleep(1);
    String owner = owner(stage, member);
    ServiceProcess frozen =
        connectors.entrySet().stream()
            .filter(connector -> owner.contains(connector.getKey()))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElseThrow();
    frozen.pause();
    long start = System.nanoTime();
    Duration takenOver;
    try {
      stage.progress().accept(frozen.name() + " is frozen as owner " + owner);
      stage.twin().clearFaults();
      changes.next();
      takenOver = stage.awaitRest(List.of(member), LIMIT);
      TimeUnit.NANOSECONDS.sleep(FROZEN.toNanos() - (System.nanoTime() - start));
    } finally {
      frozen.resume();
    }
    changes.next();
    boolean fenced =
        Poll.until(Duration.ofSeconds(60), () -> frozen.output().contains("event=lease_lost"));
    stage.awaitRest(List.of(member), LIMIT);
    return new FrozenConnector(takenOver, fenced, stage.messages());
  }

  private static String owner(CalendarStage stage, TrialMember member) {
    List<String> owners = stage.rows().texts(OWNER, stage.workspace(), member.id());
    return owners.isEmpty() ? "" : owners.getFirst();
  }
}
