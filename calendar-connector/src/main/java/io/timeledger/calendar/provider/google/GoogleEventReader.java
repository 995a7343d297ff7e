package io.timeledger.calendar.provider.google;

import io.timeledger.calendar.provider.Busy;
import io.timeledger.calendar.provider.DisplayText;
import io.timeledger.calendar.provider.EventKind;
import io.timeledger.calendar.provider.SourceEvent;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads `Event` objects.
///
/// @param fallback zone of times that name no known one
record GoogleEventReader(ZoneId fallback) {
  private static final int LONGEST_ID = 1_024;

  /// @throws UnreadableEventException if there is no id that can be stored
  static String id(JsonNode item) {
    return required(item, "id");
  }

  /// Whether the event, or the instance of a series, was deleted. Then only its ids are reliable.
  static boolean isCancelled(JsonNode item) {
    return "cancelled".equals(GoogleJson.text(item, "status"));
  }

  /// @param item not cancelled
  /// @throws UnreadableEventException if the event cannot be read
  SourceEvent event(JsonNode item) {
    GoogleTimes times = new GoogleTimes(fallback);
    String series = optional(item, "recurringEventId");
    GoogleGuests guests = GoogleGuests.of(item);
    return new SourceEvent(
        id(item),
        optional(item, "iCalUID"),
        series,
        series == null ? null : times.originalStart(item),
        series != null,
        false,
        times.span(item),
        DisplayText.of(GoogleJson.text(item, "summary"), SourceEvent.LONGEST_TITLE),
        isPrivate(GoogleJson.text(item, "visibility")),
        busy(item),
        guests.answer(),
        kind(GoogleJson.text(item, "eventType")),
        guests.organizedBySelf(),
        guests.organizerDomain(),
        guests.domains(),
        guests.guests(),
        guests.attendees());
  }

  private static boolean isPrivate(@Nullable String visibility) {
    return "private".equals(visibility) || "confidential".equals(visibility);
  }

  private static Busy busy(JsonNode item) {
    if ("transparent".equals(GoogleJson.text(item, "transparency"))) {
      return Busy.FREE;
    }
    return "tentative".equals(GoogleJson.text(item, "status")) ? Busy.TENTATIVE : Busy.BUSY;
  }

  // A type that Google adds later counts as an ordinary event.
  private static EventKind kind(@Nullable String type) {
    return switch (type) {
      case "focusTime" -> EventKind.FOCUS_TIME;
      case "outOfOffice" -> EventKind.OUT_OF_OFFICE;
      case "workingLocation" -> EventKind.WORKING_LOCATION;
      case "birthday" -> EventKind.BIRTHDAY;
      case "fromGmail" -> EventKind.FROM_GMAIL;
      case null, default -> EventKind.DEFAULT;
    };
  }

  private static String required(JsonNode item, String field) {
    String id = optional(item, field);
    if (id == null) {
      throw new UnreadableEventException(field + "_missing");
    }
    return id;
  }

  private static @Nullable String optional(JsonNode item, String field) {
    String id = GoogleJson.text(item, field);
    if (id == null || id.isEmpty()) {
      return null;
    }
    if (id.length() > LONGEST_ID || !DisplayText.isStorable(id)) {
      throw GoogleJson.invalid(field);
    }
    return id;
  }
}
