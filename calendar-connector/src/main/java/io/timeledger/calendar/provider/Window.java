package io.timeledger.calendar.provider;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/// The range of days whose events are read, as whole days in the member's zone.
///
/// @param from the first day
/// @param toExclusive the day after the last one
/// @param zone of the member
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

  /// The first instant after the window.
  public Instant end() {
    return toExclusive.atStartOfDay(zone).toInstant();
  }

  /// Whether the window begins and ends no earlier than the other one, in the same zone.
  public boolean isLaterThan(Window other) {
    return zone.equals(other.zone)
        && !from.isBefore(other.from)
        && !toExclusive.isBefore(other.toExclusive);
  }

  /// The days after the end of an earlier window; empty if there are none.
  public Optional<Window> daysSince(Window earlier) {
    LocalDate first = earlier.toExclusive.isAfter(from) ? earlier.toExclusive : from;
    return first.isBefore(toExclusive)
        ? Optional.of(new Window(first, toExclusive, zone))
        : Optional.empty();
  }

  /// Whether the event overlaps the window. An event that ends exactly where the window begins does
  /// not; an event without length counts at its start.
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
