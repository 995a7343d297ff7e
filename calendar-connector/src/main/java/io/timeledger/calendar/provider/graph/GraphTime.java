package io.timeledger.calendar.provider.graph;

import io.timeledger.calendar.provider.CalendarOwner;
import io.timeledger.calendar.provider.EventTime;
import io.timeledger.calendar.provider.UnreadableItemException;
import io.timeledger.calendar.provider.rest.JsonFields;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads the times of an event.
final class GraphTime {
  private static final String UTC = "UTC";

  private GraphTime() {}

  /// @param event with `start` and `end`
  /// @param zoneName of the zone that the event was created in
  static EventTime of(
      JsonNode event, boolean allDay, @Nullable String zoneName, CalendarOwner owner) {
    try {
      JsonNode start = JsonFields.object(event, "start");
      LocalDateTime from = local(start);
      if (from == null) {
        throw new UnreadableItemException("start_missing");
      }
      JsonNode end = JsonFields.object(event, "end");
      LocalDateTime to = local(end);
      return allDay
          ? days(from.toLocalDate(), to == null ? null : to.toLocalDate())
          : timed(
              instant(from, start, owner),
              to == null ? null : instant(to, end, owner),
              GraphZone.of(zoneName, owner));
    } catch (DateTimeException e) {
      throw new UnreadableItemException("time_invalid");
    }
  }

  /// When a series schedules an instance, as in `SourceEvent`.
  ///
  /// @param utc `originalStart` of the event; null for an instance that was not moved
  static String originalStart(
      @Nullable String utc, EventTime time, @Nullable String zoneName, CalendarOwner owner) {
    if (utc == null) {
      return time.startText();
    }
    try {
      Instant start = plausible(Instant.parse(utc));
      return time instanceof EventTime.AllDay
          ? day(start, GraphZone.of(zoneName, owner).zone())
          : start.toString();
    } catch (DateTimeException e) {
      throw new UnreadableItemException("original_start_invalid");
    }
  }

  // The original start of an all-day instance is midnight in UTC or in the event's zone. Any other
  // hour means that the instance became an all-day one later.
  private static String day(Instant start, ZoneId zone) {
    for (ZoneId candidate : new ZoneId[] {ZoneOffset.UTC, zone}) {
      LocalDateTime local = LocalDateTime.ofInstant(start, candidate);
      if (local.toLocalTime().equals(LocalTime.MIDNIGHT)) {
        return local.toLocalDate().toString();
      }
    }
    return start.toString();
  }

  private static EventTime days(LocalDate from, @Nullable LocalDate to) {
    return new EventTime.AllDay(from, to == null || !to.isAfter(from) ? from.plusDays(1) : to);
  }

  // An end before the start is ignored.
  private static EventTime timed(Instant from, @Nullable Instant to, GraphZone zone) {
    return new EventTime.Timed(
        from, to == null || to.isBefore(from) ? null : to, zone.zone(), zone.guessed());
  }

  private static @Nullable LocalDateTime local(JsonNode time) {
    String text = JsonFields.text(time, "dateTime");
    if (text == null) {
      return null;
    }
    LocalDateTime local =
        LocalDateTime.parse(text.endsWith("Z") ? text.substring(0, text.length() - 1) : text);
    plausible(local.toInstant(ZoneOffset.UTC));
    return local;
  }

  private static Instant instant(LocalDateTime local, JsonNode time, CalendarOwner owner) {
    String zone = JsonFields.text(time, "timeZone");
    return zone == null || zone.equals(UTC)
        ? local.toInstant(ZoneOffset.UTC)
        : local.atZone(GraphZone.of(zone, owner).zone()).toInstant();
  }

  // Years that every part of the product can store.
  private static Instant plausible(Instant instant) {
    int year = instant.atOffset(ZoneOffset.UTC).getYear();
    if (year < 1900 || year > 9000) {
      throw new DateTimeException("year");
    }
    return instant;
  }
}
