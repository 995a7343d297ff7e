package io.timeledger.streams.ledger.approval;

import io.timeledger.schemas.resource.ApprovalRoute;
import io.timeledger.schemas.resource.Member;
import io.timeledger.schemas.resource.RouteScope;
import io.timeledger.schemas.resource.TimeEntry;
import io.timeledger.schemas.resource.Timesheet;
import io.timeledger.streams.ledger.state.LedgerState;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Selects the route of a timesheet, in the order member, team, project, workspace. Of several
/// teams the lowest id wins; of several projects the one with the most time, then the lowest id.
public final class ApprovalRouteSelector {
  private ApprovalRouteSelector() {}

  /// @param counted the entries of the timesheet
  public static Optional<ApprovalRoute> of(
      Timesheet sheet, List<TimeEntry> counted, LedgerState state) {
    return state
        .approvalRoute(RouteScope.USER, sheet.userId().value())
        .or(() -> ofTeam(sheet, state))
        .or(() -> ofProject(counted, state))
        .or(() -> state.approvalRoute(RouteScope.WORKSPACE, null));
  }

  private static Optional<ApprovalRoute> ofTeam(Timesheet sheet, LedgerState state) {
    return state.member(sheet.userId()).map(Member::teams).stream()
        .flatMap(List::stream)
        .sorted()
        .flatMap(team -> state.approvalRoute(RouteScope.TEAM, team).stream())
        .findFirst();
  }

  private static Optional<ApprovalRoute> ofProject(List<TimeEntry> counted, LedgerState state) {
    Map<String, Long> seconds = new TreeMap<>();
    for (TimeEntry entry : counted) {
      if (entry.projectId() != null) {
        seconds.merge(entry.projectId().value(), entry.roundedSeconds(), Long::sum);
      }
    }
    return seconds.entrySet().stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .flatMap(project -> state.approvalRoute(RouteScope.PROJECT, project.getKey()).stream())
        .findFirst();
  }
}
