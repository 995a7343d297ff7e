package io.timeledger.calendar.provider;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// When an event takes place.
public sealed interface EventTime {

  /// From one instant to another.
  ///
  /// @param end null when the source gives none; never before the start
  /// @param zone that the source gives its times in; the member's zone if the source's zone has no
  ///     known name
  /// @param zoneGuessed whether the times were read in the member's zone because the rules of the
  ///     source's zone are unknown
  record Timed(Instant start, @Nullable Instant end, ZoneId zone, boolean zoneGuessed)
      implements EventTime {
    public Timed {
      if (end != null && end.isBefore(start)) {
        throw new IllegalArgumentException("end: " + end + " (expected: not before " + start + ")");
      }
    }

    @Override
    public String startText() {
      return start.toString();
    }
  }

  /// Whole days: dates without a zone.
  ///
  /// @param endExclusive the day after the last one
  record AllDay(LocalDate start, LocalDate endExclusive) implements EventTime {
    public AllDay {
      if (!endExclusive.isAfter(start)) {
        throw new IllegalArgumentException(
            "endExclusive: " + endExclusive + " (expected: after " + start + ")");
      }
    }

    @Override
    public String startText() {
      return start.toString();
    }
  }

  /// The start as ISO 8601: an instant in UTC, or a date.
  String startText();
}
