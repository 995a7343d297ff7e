package io.timeledger.acceptance.calendar;

import io.timeledger.harness.webhook.LatencyPercentiles;
import io.timeledger.twin.script.TwinAccount;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.databind.node.ObjectNode;

/// Healthy accounts, alone and beside others whose provider takes calls and never answers.
///
/// @param alone milliseconds from a change at the twin to its block, before others hang
/// @param beside the same while they hang
/// @param hanging accounts whose calls were still without an answer at the end
public record HangingAccounts(LatencyPercentiles alone, LatencyPercentiles beside, long hanging) {
  private static final Duration LIMIT = Duration.ofMinutes(4);

  public static HangingAccounts run(
      CalendarStage stage, int healthyCount, int hangingCount, int changes) {
    List<TrialMember> healthy = members(stage, "u_well", healthyCount);
    List<TrialMember> hanging = members(stage, "u_ill", hangingCount);
    stage.awaitRest(healthy, LIMIT);
    stage.awaitRest(hanging, LIMIT);
    LatencyPercentiles alone = latency(stage, healthy, "alone", changes);
    stage.progress().accept("alone: " + alone);
    hanging.forEach(member -> stage.twin().failAlways(member.accounts().getFirst(), "hang"));
    stage.await("hanging calls", LIMIT, () -> waiting(stage, hanging) == hangingCount);
    LatencyPercentiles beside = latency(stage, healthy, "beside", changes);
    long hung = waiting(stage, hanging);
    stage.progress().accept("beside: " + beside);
    stage.twin().clearFaults();
    stage.awaitRest(hanging, LIMIT);
    return new HangingAccounts(alone, beside, hung);
  }

  private static List<TrialMember> members(CalendarStage stage, String prefix, int count) {
    List<TrialMember> members =
        IntStream.range(0, count).mapToObj(i -> stage.member(prefix + i, "google")).toList();
    members.forEach(TrialMember::connect);
    return members;
  }

  private static long waiting(CalendarStage stage, List<TrialMember> members) {
    return members.stream()
        .filter(member -> stage.twin().isWaiting(member.accounts().getFirst()))
        .count();
  }

  private static LatencyPercentiles latency(
      CalendarStage stage, List<TrialMember> members, String word, int changes) {
    List<Double> millis = new ArrayList<>();
    for (int i = 0; i < changes; i++) {
      TrialMember member = members.get(i % members.size());
      String title = word + " " + i;
      long start = System.nanoTime();
      stage.twin().create(meeting(member.accounts().getFirst(), title));
      stage.await(
          title,
          LIMIT,
          () -> stage.blocks(member).stream().anyMatch(block -> title.equals(block.title())));
      millis.add((System.nanoTime() - start) / 1e6);
    }
    return LatencyPercentiles.ofMillis(millis);
  }

  private static ObjectNode meeting(TwinAccount account, String title) {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    return account
        .body()
        .put("title", title)
        .put("start", today + "T10:00:00Z")
        .put("end", today + "T11:00:00Z");
  }
}
