package io.timeledger.calendar.provider.google;

import io.timeledger.calendar.fold.ZoneNames;
import io.timeledger.calendar.provider.EventTime;
import io.timeledger.calendar.provider.UnreadableItemException;
import io.timeledger.calendar.provider.rest.JsonFields;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// Reads `EventDateTime` objects: a date, or a time with an offset and an IANA zone.
///
/// @param fallback zone of times that name no known one
record GoogleTimes(ZoneId fallback) {
  private static final int LONGEST = 40;

  /// From `start` to `end`. An end that is missing, not meant, or before the start is none.
  EventTime span(JsonNode event) {
    JsonNode start = JsonFields.object(event, "start");
    if (start.isMissingNode()) {
      throw JsonFields.missing("start");
    }
    JsonNode end =
        JsonFields.flag(event, "endTimeUnspecified")
            ? MissingNode.getInstance()
            : JsonFields.object(event, "end");
    String date = JsonFields.text(start, "date");
    return date == null ? timed(start, end) : allDay(date, end);
  }

  /// When the series schedules the instance: an instant in UTC or a date.
  String originalStart(JsonNode event) {
    JsonNode start = JsonFields.object(event, "originalStartTime");
    if (start.isMissingNode()) {
      throw JsonFields.missing("originalStartTime");
    }
    String date = JsonFields.text(start, "date");
    return date == null ? instant(start).toString() : date(date).toString();
  }

  private EventTime timed(JsonNode start, JsonNode end) {
    Instant from = instant(start);
    Instant to = JsonFields.text(end, "dateTime") == null ? null : instant(end);
    Optional<ZoneId> zone = ZoneNames.find(JsonFields.text(start, "timeZone"));
    String text = JsonFields.text(start, "dateTime");
    boolean guessed = zone.isEmpty() && text != null && !hasOffset(text);
    return new EventTime.Timed(
        from, to == null || to.isBefore(from) ? null : to, zone.orElse(fallback), guessed);
  }

  private static EventTime allDay(String date, JsonNode end) {
    LocalDate from = date(date);
    String last = JsonFields.text(end, "date");
    LocalDate to = last == null ? from : date(last);
    return new EventTime.AllDay(from, to.isAfter(from) ? to : from.plusDays(1));
  }

  private Instant instant(JsonNode time) {
    String text = JsonFields.text(time, "dateTime");
    // Years have four digits.
    if (text == null || text.length() > LONGEST || text.indexOf('T') != 10) {
      throw invalid();
    }
    try {
      return hasOffset(text)
          ? OffsetDateTime.parse(text).toInstant()
          : LocalDateTime.parse(text)
              .atZone(ZoneNames.find(JsonFields.text(time, "timeZone")).orElse(fallback))
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

  private static UnreadableItemException invalid() {
    return JsonFields.invalid("time");
  }
}
