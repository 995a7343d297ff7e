package io.timeledger.streams.ledger.state;

import static io.timeledger.streams.ledger.state.StateTable.TIMESHEET;
import static io.timeledger.streams.ledger.state.StateTable.TIMESHEET_KEY;
import static java.time.temporal.TemporalAdjusters.firstDayOfYear;
import static java.time.temporal.TemporalAdjusters.lastDayOfYear;

import io.timeledger.schemas.id.TimesheetId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.resource.Timesheet;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;

/// Timesheets by member and period, and by id.
record TimesheetIndex(StateTables tables) {

  Optional<Timesheet> timesheet(TimesheetId id) {
    return tables.find(TIMESHEET, TIMESHEET_KEY, id.value());
  }

  Collection<Timesheet> timesheets(UserId user, LocalDate from, LocalDate to) {
    return tables
        .of(TIMESHEET)
        .range(user.value() + "/" + from, user.value() + "/" + to.plusDays(1))
        .values();
  }

  /// Queries whole years, so that other days of them hit the cache.
  Optional<Timesheet> timesheet(UserId user, LocalDate day) {
    LocalDate earliest = day.minusDays(Timesheet.LONGEST_DAYS - 1);
    return timesheets(user, earliest.with(firstDayOfYear()), day.with(lastDayOfYear())).stream()
        .filter(sheet -> sheet.covers(day))
        .findFirst();
  }

  void put(Timesheet sheet) {
    String key = sheet.userId().value() + "/" + sheet.periodStart();
    tables.put(TIMESHEET, key, sheet);
    tables.put(TIMESHEET_KEY, sheet.id().value(), key);
  }
}
