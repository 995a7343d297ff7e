package io.timeledger.ingest.report;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.time.temporal.WeekFields;
import java.util.Locale;

/// Spans of days for totals. Weeks begin on the workspace's `week_start_day`, ISO 8601 weeks on
/// Monday. Both belong to the year with most of their days, and are numbered from its first such
/// week: 2027-01-01 is in `2026-W53`.
public enum Bucket {
  /// All days that were asked for, together.
  RANGE {
    @Override
    public String key(LocalDate start) {
      throw new UnsupportedOperationException("the end of a range is not told by its start");
    }

    @Override
    public LocalDate end(LocalDate start) {
      throw new UnsupportedOperationException("the end of a range is not told by its start");
    }
  },
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
      return keyOfWeek(start);
    }

    @Override
    public LocalDate end(LocalDate start) {
      return start.plusDays(6);
    }
  },
  ISO_WEEK {
    @Override
    public String key(LocalDate start) {
      return keyOfWeek(start);
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

  private static final int MOST_DAYS_OF_A_WEEK = 4;

  /// @param start the first day of the span
  public abstract String key(LocalDate start);

  /// The last day of the span with that start.
  public abstract LocalDate end(LocalDate start);

  private static String keyOfWeek(LocalDate start) {
    WeekFields weeks = WeekFields.of(start.getDayOfWeek(), MOST_DAYS_OF_A_WEEK);
    return String.format(
        Locale.ROOT,
        "%04d-W%02d",
        start.get(weeks.weekBasedYear()),
        start.get(weeks.weekOfWeekBasedYear()));
  }
}
