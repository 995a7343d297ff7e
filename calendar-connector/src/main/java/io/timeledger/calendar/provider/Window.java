package io.timeledger.calendar.provider;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/// The days whose events are read: whole local days of the member.
///
/// @param from the first day
/// @param toExclusive the day after the last one
/// @param zone the member's
public record Window(LocalDate from, LocalDate toExclusive, ZoneId zone) {
  public Window {
    if (!toExclusive.isAfter(from)) {
      throw new IllegalArgumentException(
          "toExclusive: " + toExclusive + " (expected: after " + from + ")");
    }
  }

  /// The first instant.
  public Instant start() {
    return from.atStartOfDay(zone).toInstant();
  }

  /// The first instant after it.
  public Instant end() {
    return toExclusive.atStartOfDay(zone).toInstant();
  }

  /// Whether a part of the event lies inside. An event that ends where the window begins does not;
  /// one without length counts where it starts.
  public boolean touches(EventTime time) {
    return switch (time) {
      case EventTime.AllDay days ->
          days.start().isBefore(toExclusive) && days.endExclusive().isAfter(from);
      case EventTime.Timed timed -> {
        Instant last = timed.end() == null ? timed.start() : timed.end();
        boolean reaches =
            last.equals(timed.start()) ? !last.isBefore(start()) : last.isAfter(start());
        yield reaches && timed.start().isBefore(end());
      }
    };
  }
}
