package io.timeledger.streams.ledger.timesheet;

import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.resource.Timesheet;
import io.timeledger.streams.ledger.state.LedgerState;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/// The days of a timesheet, both ends inclusive.
record TimesheetPeriod(LocalDate start, LocalDate end) {

  /// The week of the day by the current setting, clipped so as not to overlap an existing
  /// timesheet: a changed week start gives one short period and alters nothing old.
  ///
  /// @param day that no timesheet of the member covers
  static TimesheetPeriod of(LocalDate day, UserId user, LedgerState state) {
    // The setting counts from Sunday = 0, java.time from Monday = 1.
    DayOfWeek first = DayOfWeek.SUNDAY.plus(state.settings().weekStartDay());
    LocalDate start = day.with(TemporalAdjusters.previousOrSame(first));
    LocalDate end = start.plusDays(Timesheet.LONGEST_DAYS - 1);
    LocalDate earliest = start.minusDays(Timesheet.LONGEST_DAYS - 1);
    for (Timesheet sheet : state.timesheets(user, earliest, end)) {
      if (sheet.periodEnd().isBefore(day) && !sheet.periodEnd().isBefore(start)) {
        start = sheet.periodEnd().plusDays(1);
      }
      if (sheet.periodStart().isAfter(day) && !sheet.periodStart().isAfter(end)) {
        end = sheet.periodStart().minusDays(1);
      }
    }
    return new TimesheetPeriod(start, end);
  }
}
