package io.timeledger.ingest.imports;

import io.timeledger.schemas.resource.Hours;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// When the time of a row was: from start to end, or so long on a day.
record RowTimes(
    @Nullable Instant start,
    @Nullable Instant end,
    @Nullable LocalDate day,
    @Nullable Long seconds) {
  private static final Pattern HOURS = Pattern.compile("\\d{1,3}(?:[.,]\\d{1,6})?");

  static RowTimes of(CsvRow row, ImportFormat format, DateOrder order, ZoneId zone)
      throws RowException {
    return switch (format) {
      case TOGGL, CLOCKIFY ->
          new RowTimes(
              LocalMoment.of(moment(row, Column.START_DATE, Column.START_TIME, order), zone),
              LocalMoment.of(moment(row, Column.END_DATE, Column.END_TIME, order), zone),
              null,
              null);
      case HARVEST ->
          new RowTimes(
              null, null, order.parse(row.get(Column.DATE)), seconds(row.get(Column.HOURS)));
    };
  }

  private static LocalDateTime moment(CsvRow row, Column date, Column time, DateOrder order)
      throws RowException {
    if (row.get(date).isEmpty() || row.get(time).isEmpty()) {
      throw new RowException(
          "incomplete", "The row lacks %s or %s.".formatted(date.header(), time.header()));
    }
    return LocalDateTime.of(order.parse(row.get(date)), ClockTime.parse(row.get(time)));
  }

  /// Decimal, with a point or a comma.
  private static long seconds(String hours) throws RowException {
    if (!HOURS.matcher(hours).matches()) {
      throw new RowException("invalid_hours", "\"%.40s\" is no number of hours.".formatted(hours));
    }
    return Hours.toSeconds(new BigDecimal(hours.replace(',', '.')));
  }
}
