package io.timeledger.calendar.provider.ics;

import io.timeledger.calendar.provider.CalendarOwner;
import io.timeledger.calendar.provider.EventTime;
import io.timeledger.calendar.provider.EventUid;
import io.timeledger.calendar.provider.UnreadableItemException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/// A VEVENT: a single event, a series, or an instance that overrides its series.
///
/// @param uid null when the file gives none
/// @param span from start to end; null when the event has no end
/// @param recurrenceId when the series schedules the instance; null except for overrides
/// @param thisAndFuture whether the override applies to all later instances too
record IcsEvent(
    IcsComponent component,
    @Nullable String uid,
    int sequence,
    IcsMoment start,
    @Nullable IcsSpan span,
    @Nullable IcsMoment recurrenceId,
    boolean thisAndFuture,
    EventFacts facts) {
  private static final int LONGEST_UID = 100_000;

  /// @throws UnreadableItemException if the event cannot be read
  static IcsEvent read(IcsComponent event, IcsZones zones, CalendarOwner owner) {
    ContentLine startLine = event.line("DTSTART");
    if (startLine == null) {
      throw new UnreadableItemException("start_missing");
    }
    IcsMoment start = IcsMoment.parse(startLine, zones);
    ContentLine recurrence = event.line("RECURRENCE-ID");
    return new IcsEvent(
        event,
        uid(event),
        sequence(event),
        start,
        span(event, start, zones),
        recurrence == null ? null : IcsMoment.parse(recurrence, zones),
        recurrence != null && recurrence.hasParam("RANGE", "THISANDFUTURE"),
        EventFacts.of(event, owner));
  }

  /// The UID, or its hash if it is too long; null if there is none.
  static @Nullable String uid(IcsComponent event) {
    return EventUid.of(IcsText.shown(event.value("UID"), LONGEST_UID));
  }

  boolean isSeries() {
    return recurrenceId == null
        && (component.line("RRULE") != null || component.line("RDATE") != null);
  }

  /// An id for an event without UID, derived from its start and title.
  String anonymousRef() {
    return "anonymous-" + EventUid.hash(start.key() + '\n' + facts.title());
  }

  /// The event's time if it starts at `local`.
  EventTime timeAt(LocalDateTime local) {
    return timeAt(local, span);
  }

  /// The same with another length, which RDATE may give.
  EventTime timeAt(LocalDateTime local, @Nullable IcsSpan length) {
    try {
      return switch (start) {
        case IcsMoment.Day day -> wholeDays(local, length);
        case IcsMoment.Wall wall -> {
          ZoneClock clock = wall.clock();
          Instant begin = clock.instant(local);
          yield new EventTime.Timed(
              begin,
              length == null
                  ? null
                  : clock.instant(local.plusDays(length.days())).plus(length.time()),
              clock.zone(),
              clock.guessed());
        }
      };
    } catch (DateTimeException | ArithmeticException | IllegalArgumentException e) {
      throw new UnreadableItemException("time_invalid");
    }
  }

  private static EventTime wholeDays(LocalDateTime local, @Nullable IcsSpan length) {
    long days = length == null ? 1 : Math.max(1, length.length().toDays());
    return new EventTime.AllDay(local.toLocalDate(), local.toLocalDate().plusDays(days));
  }

  private static @Nullable IcsSpan span(IcsComponent event, IcsMoment start, IcsZones zones) {
    ContentLine end = event.line("DTEND");
    if (end != null) {
      return until(start, IcsMoment.parse(end, zones));
    }
    String duration = event.value("DURATION");
    return duration == null ? null : IcsSpan.parse(duration).orElse(null);
  }

  // An end before the start is ignored.
  private static @Nullable IcsSpan until(IcsMoment start, IcsMoment end) {
    if (start instanceof IcsMoment.Wall from && end instanceof IcsMoment.Wall to) {
      Duration exact = Duration.between(from.instant(), to.instant());
      if (exact.isNegative()) {
        return null;
      }
      return IcsSpan.between(from.local(), from.clock().local(to.instant()), exact);
    }
    Duration days = Duration.between(start.local(), end.local());
    return days.isNegative() ? null : new IcsSpan(days.toDays(), Duration.ZERO);
  }

  private static int sequence(IcsComponent event) {
    String text = event.value("SEQUENCE");
    try {
      return text == null ? 0 : Integer.parseInt(text);
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
