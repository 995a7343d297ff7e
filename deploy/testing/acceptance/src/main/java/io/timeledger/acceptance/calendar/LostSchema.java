package io.timeledger.acceptance.calendar;

import io.timeledger.harness.Cluster;
import io.timeledger.harness.ServiceProcess;
import io.timeledger.twin.script.RandomChanges;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// The connector's schema is dropped while the connector is stopped.
///
/// @param restored from the restart until all blocks were there again
/// @param dismissed blocks that were dismissed before
/// @param stillDismissed after it
/// @param signedOut connections that are not active after it
/// @param messages of the whole trial
public record LostSchema(
    Duration restored,
    Set<String> dismissed,
    Set<String> stillDismissed,
    List<String> signedOut,
    BlockMessages messages) {
  private static final int MEETINGS = 30;
  private static final Duration LIMIT = Duration.ofMinutes(4);
  private static final String ANY =
      "select id from calendar_read.block where workspace_id = ? and user_id = ? order by id limit 5";
  private static final String DISMISSED =
      """
      select block_id from reporting.calendar_blocks
      where workspace_id = ? and user_id = ? and state = 'dismissed'
      """;

  /// @param members not yet connected
  public static LostSchema run(
      CalendarStage stage, List<TrialMember> members, ServiceProcess connector) {
    for (TrialMember member : members) {
      RandomChanges changes =
          new RandomChanges(stage.twin(), member.accounts(), member.id().hashCode());
      changes.fill(MEETINGS);
      member.connect();
    }
    stage.awaitRest(members, LIMIT);
    for (TrialMember member : members) {
      stage.rows().texts(ANY, stage.workspace(), member.id()).forEach(member::dismiss);
    }
    Set<String> dismissed = dismissed(stage, members);
    stage.awaitRest(members, LIMIT);
    connector.stop();
    stage.cluster().dropSchema("calendar");
    stage.progress().accept("the schema is gone");
    connector.start();
    Cluster.awaitReady(connector);
    Duration restored = stage.awaitRest(members, LIMIT);
    List<String> signedOut =
        members.stream()
            .flatMap(member -> member.connections().stream())
            .filter(connection -> !connection.path("status").asString("").equals("active"))
            .map(Object::toString)
            .toList();
    return new LostSchema(
        restored, dismissed, dismissed(stage, members), signedOut, stage.messages());
  }

  private static Set<String> dismissed(CalendarStage stage, List<TrialMember> members) {
    Set<String> blocks = new TreeSet<>();
    members.forEach(
        member -> blocks.addAll(stage.rows().texts(DISMISSED, stage.workspace(), member.id())));
    return blocks;
  }
}
