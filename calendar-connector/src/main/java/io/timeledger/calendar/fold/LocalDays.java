package io.timeledger.calendar.fold;

import io.timeledger.calendar.provider.EventTime;
import java.time.LocalDate;
import java.time.ZoneId;

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
}
