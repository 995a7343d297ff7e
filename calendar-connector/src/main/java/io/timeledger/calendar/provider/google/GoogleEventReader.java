package io.timeledger.calendar.provider.google;

import io.timeledger.calendar.provider.Busy;
import io.timeledger.calendar.provider.DisplayText;
import io.timeledger.calendar.provider.EventKind;
import io.timeledger.calendar.provider.EventUid;
import io.timeledger.calendar.provider.SourceEvent;
import io.timeledger.calendar.provider.UnreadableItemException;
import io.timeledger.calendar.provider.rest.JsonFields;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads `Event` objects.
///
/// @param fallback zone of times that name no known one
record GoogleEventReader(ZoneId fallback) {
  /// @throws UnreadableItemException if there is no id that can be stored
  static String id(JsonNode item) {
    return JsonFields.id(item, "id");
  }

  /// Whether the event, or the instance of a series, was deleted. Then only its ids are reliable.
  static boolean isCancelled(JsonNode item) {
    return "cancelled".equals(JsonFields.text(item, "status"));
  }

  /// @param item not cancelled
  /// @throws UnreadableItemException if the event cannot be read
  SourceEvent event(JsonNode item) {
    GoogleTimes times = new GoogleTimes(fallback);
    String series = JsonFields.idOrNull(item, "recurringEventId");
    GoogleGuests guests = GoogleGuests.of(item);
    return new SourceEvent(
        id(item),
        EventUid.of(JsonFields.text(item, "iCalUID")),
        series,
        series == null ? null : times.originalStart(item),
        series != null,
        false,
        times.span(item),
        DisplayText.of(JsonFields.text(item, "summary"), SourceEvent.LONGEST_TITLE),
        isPrivate(JsonFields.text(item, "visibility")),
        busy(item),
        guests.answer(),
        kind(JsonFields.text(item, "eventType")),
        guests.organizedBySelf(),
        guests.organizerDomain(),
        guests.domains(),
        guests.guests());
  }

  private static boolean isPrivate(@Nullable String visibility) {
    return "private".equals(visibility) || "confidential".equals(visibility);
  }

  private static Busy busy(JsonNode item) {
    if ("transparent".equals(JsonFields.text(item, "transparency"))) {
      return Busy.FREE;
    }
    return "tentative".equals(JsonFields.text(item, "status")) ? Busy.TENTATIVE : Busy.BUSY;
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
}
