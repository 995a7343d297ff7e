package io.timeledger.streams.rollup;

import io.timeledger.schemas.event.Event;
import io.timeledger.schemas.id.TimesheetId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.resource.TimeEntry;
import io.timeledger.schemas.resource.Timesheet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What an event adds to the totals of a timesheet, or takes from them. An entry counts in the
/// sheet that its `timesheet_id` names, and in no other.
public record TimesheetDelta(
    WorkspaceId workspaceId, TimesheetId timesheetId, long totalSeconds, long billableSeconds) {

  /// At most one delta per sheet, none of them zero.
  public static List<TimesheetDelta> of(Event event) {
    Map<TimesheetId, TimesheetDelta> sums = new LinkedHashMap<>();
    CountedChange change = CountedChange.of(event);
    change.before().ifPresent(entry -> add(sums, entry, -1));
    change.after().ifPresent(entry -> add(sums, entry, 1));
    return sums.values().stream().filter(sum -> !sum.isZero()).toList();
  }

  public TimesheetDelta plus(TimesheetDelta other) {
    return new TimesheetDelta(
        workspaceId,
        timesheetId,
        totalSeconds + other.totalSeconds,
        billableSeconds + other.billableSeconds);
  }

  /// The sheet with its totals moved on; all else stays as it was at its last transition.
  public Timesheet addTo(Timesheet sheet) {
    return sheet.with(
        moved ->
            moved
                .totalSeconds(sheet.totalSeconds() + totalSeconds)
                .billableSeconds(sheet.billableSeconds() + billableSeconds));
  }

  public boolean isZero() {
    return totalSeconds == 0 && billableSeconds == 0;
  }

  private static void add(Map<TimesheetId, TimesheetDelta> sums, TimeEntry entry, int sign) {
    TimesheetId sheet = entry.timesheetId();
    if (sheet != null) {
      long seconds = sign * entry.roundedSeconds();
      TimesheetDelta delta =
          new TimesheetDelta(entry.workspaceId(), sheet, seconds, entry.billable() ? seconds : 0);
      sums.merge(sheet, delta, TimesheetDelta::plus);
    }
  }
}
