package io.timeledger.streams.ledger.timesheet;

import io.timeledger.schemas.resource.TimeEntry;
import io.timeledger.schemas.resource.Timesheet;
import io.timeledger.schemas.resource.TimesheetContents;
import io.timeledger.streams.ledger.state.LedgerState;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// The entries of a timesheet's period.
///
/// @param counted in its totals
/// @param late stopped while it was locked, and outside its totals
/// @param running not stopped yet
record SheetEntries(List<TimeEntry> counted, List<TimeEntry> late, List<TimeEntry> running) {

  static SheetEntries of(Timesheet sheet, LedgerState state) {
    List<TimeEntry> all = state.entries(sheet.userId(), sheet.periodStart(), sheet.periodEnd());
    return new SheetEntries(
        all.stream().filter(entry -> sheet.id().equals(entry.timesheetId())).toList(),
        all.stream().filter(entry -> entry.timesheetId() == null && !entry.isRunning()).toList(),
        all.stream().filter(TimeEntry::isRunning).toList());
  }

  long totalSeconds() {
    return counted.stream().mapToLong(TimeEntry::roundedSeconds).sum();
  }

  String contents() {
    SortedMap<String, Integer> versions = new TreeMap<>();
    counted.forEach(entry -> versions.put(entry.id().value(), entry.version()));
    return TimesheetContents.of(versions);
  }

  boolean anyInvoiced() {
    return counted.stream().anyMatch(entry -> entry.invoiceLineId() != null);
  }

  /// The ledger does not maintain totals; they are computed on demand.
  Timesheet totalsOn(Timesheet sheet) {
    long billable =
        counted.stream().filter(TimeEntry::billable).mapToLong(TimeEntry::roundedSeconds).sum();
    return sheet.with(b -> b.totalSeconds(totalSeconds()).billableSeconds(billable));
  }
}
