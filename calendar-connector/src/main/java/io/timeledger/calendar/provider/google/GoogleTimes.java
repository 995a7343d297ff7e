package io.timeledger.calendar.provider.google;

import io.timeledger.calendar.fold.WindowsZones;
import io.timeledger.calendar.provider.EventTime;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads `EventDateTime` objects: a date, or a time with an offset and an IANA zone.
///
/// @param fallback zone of times that name no known one
record GoogleTimes(ZoneId fallback) {
  private static final int LONGEST = 40;

  /// From `start` to `end`. An end that is missing, not meant, or before the start is none.
  EventTime span(JsonNode event) {
    JsonNode start = GoogleJson.object(event, "start");
    if (start == null) {
      throw new UnreadableEventException("start_missing");
    }
    JsonNode end =
        GoogleJson.flag(event, "endTimeUnspecified") ? null : GoogleJson.object(event, "end");
    String date = GoogleJson.text(start, "date");
    return date == null ? timed(start, end) : allDay(date, end);
  }

  /// When the series schedules the instance: an instant in UTC or a date.
  String originalStart(JsonNode event) {
    JsonNode start = GoogleJson.object(event, "originalStartTime");
    if (start == null) {
      throw new UnreadableEventException("originalStartTime_missing");
    }
    String date = GoogleJson.text(start, "date");
    return date == null ? instant(start).toString() : date(date).toString();
  }

  /// The zone of that name, also one of Windows, which events from Outlook may have.
  static Optional<ZoneId> zone(@Nullable String name) {
    if (name == null || name.length() > LONGEST) {
      return Optional.empty();
    }
    return ZoneId.getAvailableZoneIds().contains(name)
        ? Optional.of(ZoneId.of(name))
        : WindowsZones.find(name);
  }

  private EventTime timed(JsonNode start, @Nullable JsonNode end) {
    Instant from = instant(start);
    Instant to = end == null || GoogleJson.text(end, "dateTime") == null ? null : instant(end);
    Optional<ZoneId> zone = zone(GoogleJson.text(start, "timeZone"));
    String text = GoogleJson.text(start, "dateTime");
    boolean guessed = zone.isEmpty() && text != null && !hasOffset(text);
    return new EventTime.Timed(
        from, to == null || to.isBefore(from) ? null : to, zone.orElse(fallback), guessed);
  }

  private static EventTime allDay(String date, @Nullable JsonNode end) {
    LocalDate from = date(date);
    String last = end == null ? null : GoogleJson.text(end, "date");
    LocalDate to = last == null ? from : date(last);
    return new EventTime.AllDay(from, to.isAfter(from) ? to : from.plusDays(1));
  }

  private Instant instant(JsonNode time) {
    String text = GoogleJson.text(time, "dateTime");
    // Years have four digits.
    if (text == null || text.length() > LONGEST || text.indexOf('T') != 10) {
      throw invalid();
    }
    try {
      return hasOffset(text)
          ? OffsetDateTime.parse(text).toInstant()
          : LocalDateTime.parse(text)
              .atZone(zone(GoogleJson.text(time, "timeZone")).orElse(fallback))
              .toInstant();
    } catch (DateTimeException e) {
      throw invalid();
    }
  }

  private static LocalDate date(String text) {
    if (text.length() != 10) {
      throw invalid();
    }
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw invalid();
    }
  }

  private static boolean hasOffset(String time) {
    String clock = time.substring(11);
    return clock.endsWith("Z") || clock.indexOf('+') >= 0 || clock.indexOf('-') >= 0;
  }

  private static UnreadableEventException invalid() {
    return new UnreadableEventException("time_invalid");
  }
}
