package io.timeledger.streams.ledger.timesheet;

import io.timeledger.schemas.resource.Settings;
import io.timeledger.schemas.resource.Timesheet;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Collection;

/// The days of a timesheet, both ends inclusive.
record Period(LocalDate start, LocalDate end) {

  /// The week of the day by the workspace's present rule, clipped so as not to overlap a timesheet
  /// that is there: a changed week start gives one short period and alters nothing old.
  ///
  /// @param existing of the same member; none covers the day
  static Period of(LocalDate day, Settings settings, Collection<Timesheet> existing) {
    // The setting counts from Sunday = 0, java.time from Monday = 1.
    DayOfWeek first = DayOfWeek.SUNDAY.plus(settings.weekStartDay());
    LocalDate start = day.with(TemporalAdjusters.previousOrSame(first));
    LocalDate end = start.plusDays(6);
    for (Timesheet sheet : existing) {
      if (sheet.periodEnd().isBefore(day) && !sheet.periodEnd().isBefore(start)) {
        start = sheet.periodEnd().plusDays(1);
      }
      if (sheet.periodStart().isAfter(day) && !sheet.periodStart().isAfter(end)) {
        end = sheet.periodStart().minusDays(1);
      }
    }
    return new Period(start, end);
  }
}
