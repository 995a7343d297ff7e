package io.timeledger.calendar.fold;

import io.timeledger.calendar.provider.EventTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/// The days of an event, as its owner counts them.
public final class LocalDays {
  private LocalDays() {}

  /// The day to which the event counts: where it starts in the member's zone. The date of whole
  /// days is read as it is, wherever the member lives.
  public static LocalDate logDate(EventTime time, ZoneId member) {
    return switch (time) {
      case EventTime.AllDay days -> days.start();
      case EventTime.Timed timed -> LocalDate.ofInstant(timed.start(), member);
    };
  }

  /// All days of which the event takes a part, in order. A day on whose midnight it ends is none.
  public static List<LocalDate> of(EventTime time, ZoneId member) {
    return switch (time) {
      case EventTime.AllDay days -> days.start().datesUntil(days.endExclusive()).toList();
      case EventTime.Timed timed -> {
        LocalDate first = LocalDate.ofInstant(timed.start(), member);
        yield first.datesUntil(lastDay(timed, member).plusDays(1)).toList();
      }
    };
  }

  /// How long the event is: the difference of its instants, whatever clocks showed. Zero for one
  /// without end, and for whole days, which have no hours.
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
