package io.timeledger.calendar.fold;

import io.timeledger.calendar.provider.EventTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/// The days of an event in the member's zone.
public final class LocalDays {
  private LocalDays() {}

  /// The day that the event counts for: the day of its start in the member's zone. For whole days
  /// it is the date itself, in any zone.
  public static LocalDate logDate(EventTime time, ZoneId member) {
    return switch (time) {
      case EventTime.AllDay days -> days.start();
      case EventTime.Timed timed -> LocalDate.ofInstant(timed.start(), member);
    };
  }

  /// All days that the event overlaps, in order, without a day at whose midnight it ends.
  public static List<LocalDate> of(EventTime time, ZoneId member) {
    return switch (time) {
      case EventTime.AllDay days -> days.start().datesUntil(days.endExclusive()).toList();
      case EventTime.Timed timed -> {
        LocalDate first = LocalDate.ofInstant(timed.start(), member);
        yield first.datesUntil(lastDay(timed, member).plusDays(1)).toList();
      }
    };
  }

  /// The elapsed time between start and end. Zero for an event without end and for whole days.
  public static Duration length(EventTime time) {
    return time instanceof EventTime.Timed timed && timed.end() != null
        ? Duration.between(timed.start(), timed.end())
        : Duration.ZERO;
  }

  private static LocalDate lastDay(EventTime.Timed timed, ZoneId member) {
    Instant end = timed.end();
    return end == null || end.equals(timed.start())
        ? LocalDate.ofInstant(timed.start(), member)
        : LocalDate.ofInstant(end.minusNanos(1), member);
  }
}
