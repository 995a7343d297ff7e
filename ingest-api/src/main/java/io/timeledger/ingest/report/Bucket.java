package io.timeledger.ingest.report;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/// Spans of days that totals can be given by. Weeks are those of ISO 8601, from Monday, and are
/// keyed by their own year, which around New Year is not that of every day: 2027-01-01 is in
/// `2026-W53`.
public enum Bucket {
  DAY {
    @Override
    public String key(LocalDate start) {
      return start.toString();
    }

    @Override
    public LocalDate end(LocalDate start) {
      return start;
    }
  },
  WEEK {
    @Override
    public String key(LocalDate start) {
      return String.format(
          Locale.ROOT,
          "%04d-W%02d",
          start.get(IsoFields.WEEK_BASED_YEAR),
          start.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }

    @Override
    public LocalDate end(LocalDate start) {
      return start.plusDays(6);
    }
  },
  MONTH {
    @Override
    public String key(LocalDate start) {
      return YearMonth.from(start).toString();
    }

    @Override
    public LocalDate end(LocalDate start) {
      return start.with(TemporalAdjusters.lastDayOfMonth());
    }
  };

  /// @param start the first day of the span
  public abstract String key(LocalDate start);

  /// The last day of the span that starts then.
  public abstract LocalDate end(LocalDate start);
}
