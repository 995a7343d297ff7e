package io.timeledger.acceptance.calendar;

import io.timeledger.harness.Cluster;
import io.timeledger.harness.ServiceProcess;
import io.timeledger.twin.script.RandomChanges;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/// A connector that is killed at random points of its rounds, and restarted.
///
/// @param points calls of the round before each kill
/// @param recovery for each kill, from the restart until the blocks were right
/// @param messages of the whole trial
public record ConnectorKills(List<Long> points, List<Duration> recovery, BlockMessages messages) {
  private static final int MEETINGS = 24;
  private static final int CHANGES = 6;
  private static final int MOST_CALLS = 12;
  private static final Duration LIMIT = Duration.ofMinutes(3);

  /// @param member not yet connected
  /// @param connector the only one
  public static ConnectorKills run(
      CalendarStage stage, TrialMember member, ServiceProcess connector, int kills, long seed)
      throws InterruptedException {
    Random random = new Random(seed);
    RandomChanges changes = new RandomChanges(stage.twin(), member.accounts(), seed).onlyOfTimes();
    changes.fill(MEETINGS);
    member.connect();
    Duration first = stage.awaitRest(List.of(member), LIMIT);
    stage.progress().accept("first import after " + first);
    List<Long> points = new ArrayList<>();
    List<Duration> recovery = new ArrayList<>();
    for (int i = 0; i < kills; i++) {
      long before = stage.twin().calls();
      boolean full = i % 2 == 0;
      for (int n = 0; n < CHANGES; n++) {
        changes.next();
      }
      if (full) {
        member.accounts().forEach(stage.twin()::expireSyncTokens);
      }
      long calls = 1L + random.nextInt(full ? MOST_CALLS : 4);
      stage.await("a round", LIMIT, () -> stage.calls(member, before) >= calls);
      TimeUnit.MILLISECONDS.sleep(random.nextInt(60));
      connector.kill();
      points.add(stage.calls(member, before));
      connector.start();
      Cluster.awaitReady(connector);
      recovery.add(stage.awaitRest(List.of(member), LIMIT));
      stage
          .progress()
          .accept(
              "kill %d after %d calls%s, right after %s"
                  .formatted(
                      i + 1, points.getLast(), full ? " of full rounds" : "", recovery.getLast()));
    }
    return new ConnectorKills(points, recovery, stage.messages());
  }
}
