package io.timeledger.ingest.imports;

import io.timeledger.schemas.json.Json;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// The time of a row: start and end, or a duration on a day.
record RowTimes(
    @Nullable Instant start,
    @Nullable Instant end,
    @Nullable LocalDate day,
    @Nullable Long seconds) {

  /// @throws RowException when the row has no time, or a duration of zero
  static RowTimes of(CsvRow row, ImportFormat format, DateOrder order, ZoneId zone)
      throws RowException {
    return switch (format) {
      case TOGGL, CLOCKIFY -> span(spanOf(row, order, zone));
      case HARVEST -> onDay(order.parse(row.get(Column.DATE)), hours(row));
      case TIMELEDGER -> own(row, order);
    };
  }

  private static RowTimes span(ClockSpan span) throws RowException {
    if (span.start().equals(span.end())) {
      throw RowException.skipped("no_time", "The row has no time: it starts and ends at once.");
    }
    return new RowTimes(span.start(), span.end(), null, null);
  }

  private static RowTimes onDay(LocalDate day, long seconds) throws RowException {
    if (seconds == 0) {
      throw RowException.skipped("no_time", "The row has no time: its hours are 0.");
    }
    return new RowTimes(null, null, day, seconds);
  }

  private static RowTimes own(CsvRow row, DateOrder order) throws RowException {
    if (!row.get(Column.DELETED_AT).isEmpty()) {
      throw RowException.skipped("deleted", "The entry was deleted.");
    }
    if (row.get(Column.STARTED_AT).isEmpty()) {
      return onDay(order.parse(row.get(Column.DATE)), seconds(row));
    }
    if (row.get(Column.ENDED_AT).isEmpty()) {
      throw RowException.skipped("running", "The timer was still running.");
    }
    return span(new ClockSpan(instant(row, Column.STARTED_AT), instant(row, Column.ENDED_AT)));
  }

  private static Instant instant(CsvRow row, Column column) throws RowException {
    String text = row.get(column);
    try {
      // The same timestamp parser for bodies, queries and files.
      return Json.STRICT.convertValue(text, Instant.class);
    } catch (JacksonException e) {
      throw new RowException(
          "invalid_time",
          "\"%.40s\" is no time with an offset, as in 2026-04-29T09:00:00Z.".formatted(text));
    }
  }

  private static long seconds(CsvRow row) throws RowException {
    String text = row.get(Column.DURATION_SECONDS);
    if (!text.matches("\\d{1,9}")) {
      throw new RowException(
          "invalid_duration", "\"%.40s\" is no number of seconds.".formatted(text));
    }
    return Long.parseLong(text);
  }

  private static ClockSpan spanOf(CsvRow row, DateOrder order, ZoneId zone) throws RowException {
    LocalDateTime start = moment(row, Column.START_DATE, Column.START_TIME, order);
    OptionalLong told = TimeLength.seconds(row.get(Column.DURATION));
    boolean ends = !row.get(Column.END_DATE).isEmpty() || !row.get(Column.END_TIME).isEmpty();
    if (!ends && told.isPresent()) {
      return ClockSpan.of(start, zone, told.getAsLong());
    }
    return ClockSpan.of(start, moment(row, Column.END_DATE, Column.END_TIME, order), zone, told);
  }

  private static LocalDateTime moment(CsvRow row, Column date, Column time, DateOrder order)
      throws RowException {
    if (row.get(date).isEmpty() || row.get(time).isEmpty()) {
      throw new RowException(
          "incomplete", "The row lacks %s or %s.".formatted(date.spelled(), time.spelled()));
    }
    return LocalDateTime.of(order.parse(row.get(date)), ClockTime.parse(row.get(time)));
  }

  private static long hours(CsvRow row) throws RowException {
    String text = row.get(Column.HOURS);
    return TimeLength.seconds(text)
        .orElseThrow(
            () ->
                new RowException(
                    "invalid_hours", "\"%.40s\" is no number of hours.".formatted(text)));
  }
}
