package io.timeledger.acceptance.check;

import io.timeledger.acceptance.calendar.CalendarStage;
import io.timeledger.acceptance.calendar.CalendarTraffic;
import io.timeledger.acceptance.calendar.MarkerSearch;
import io.timeledger.acceptance.calendar.TrialMember;
import io.timeledger.harness.Cluster;
import io.timeledger.twin.script.PrivateMeeting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Waits until calendars are at rest, and collects what became of them.
record CalendarEvidenceCollector(Cluster cluster, CalendarTraffic calendars) {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  CalendarEvidence evidence() {
    List<String> differences = new ArrayList<>();
    calendars
        .members()
        .forEach(
            (workspace, member) -> {
              try {
                stage(workspace, member).awaitRest(List.of(member), PATIENCE);
              } catch (AssertionError e) {
                differences.add(workspace + ": " + e.getMessage());
              }
            });
    List<String> tokens =
        calendars.members().values().stream().map(member -> member.session().token()).toList();
    return new CalendarEvidence(
        tokens.size(),
        differences,
        calendars.conversions(),
        new MarkerSearch(cluster, PrivateMeeting.MARKER).places(tokens),
        calendars.members().keySet().stream()
            .findFirst()
            .map(workspace -> new MarkerSearch(cluster, workspace).places(tokens))
            .orElse(List.of()));
  }

  private CalendarStage stage(String workspace, TrialMember member) {
    return new CalendarStage(cluster, calendars.twin(), member.session(), workspace, _ -> {});
  }
}
