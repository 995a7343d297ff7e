package io.timeledger.streams.rollup;

import io.timeledger.schemas.event.Event;
import io.timeledger.schemas.id.TimesheetId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.resource.TimeEntry;
import io.timeledger.schemas.resource.Timesheet;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The change of a timesheet's totals by an event. An entry counts in the sheet of its
/// `timesheet_id`, and in no other.
///
/// @param at of the event, the last of several
/// @param sequence of the same
public record TimesheetDelta(
    WorkspaceId workspaceId,
    TimesheetId timesheetId,
    long totalSeconds,
    long billableSeconds,
    Instant at,
    long sequence) {

  /// At most one delta per sheet; zero if an entry changed that counts as before.
  public static List<TimesheetDelta> of(Event event) {
    Map<TimesheetId, TimesheetDelta> sums = new LinkedHashMap<>();
    CountedChange change = CountedChange.of(event);
    change.before().ifPresent(entry -> add(sums, entry, -1, event));
    change.after().ifPresent(entry -> add(sums, entry, 1, event));
    return List.copyOf(sums.values());
  }

  /// @param other of a later event
  public TimesheetDelta plus(TimesheetDelta other) {
    return new TimesheetDelta(
        workspaceId,
        timesheetId,
        totalSeconds + other.totalSeconds,
        billableSeconds + other.billableSeconds,
        other.at,
        other.sequence);
  }

  /// The sheet with updated totals and change stamp; all else stays as of its last transition.
  public Timesheet addTo(Timesheet sheet) {
    return sheet.with(
        moved ->
            moved
                .totalSeconds(sheet.totalSeconds() + totalSeconds)
                .billableSeconds(sheet.billableSeconds() + billableSeconds)
                .changedAt(at)
                .changedSequence(sequence));
  }

  private static void add(
      Map<TimesheetId, TimesheetDelta> sums, TimeEntry entry, int sign, Event event) {
    TimesheetId sheet = entry.timesheetId();
    if (sheet != null) {
      long seconds = sign * entry.roundedSeconds();
      TimesheetDelta delta =
          new TimesheetDelta(
              entry.workspaceId(),
              sheet,
              seconds,
              entry.billable() ? seconds : 0,
              event.timestamp(),
              event.sequence());
      sums.merge(sheet, delta, TimesheetDelta::plus);
    }
  }
}
