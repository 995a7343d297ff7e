package io.timeledger.calendar.provider.google;

import io.timeledger.calendar.fold.ZoneNames;
import io.timeledger.calendar.provider.CalendarListing;
import io.timeledger.calendar.provider.CalendarListing.AccessRole;
import io.timeledger.calendar.provider.CalendarRef;
import io.timeledger.calendar.provider.DisplayText;
import io.timeledger.calendar.provider.UnreadableItemException;
import io.timeledger.calendar.provider.rest.JsonFields;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads `CalendarListEntry` objects.
final class GoogleCalendarReader {
  private static final int LONGEST_NAME = 200;

  private GoogleCalendarReader() {}

  /// @return empty for a calendar that is deleted or whose events the member may not list
  /// @throws UnreadableItemException if the entry cannot be read
  static Optional<CalendarListing> calendar(JsonNode entry) {
    String id = JsonFields.id(entry, "id");
    AccessRole role = role(JsonFields.text(entry, "accessRole"));
    if (role == null || JsonFields.flag(entry, "deleted")) {
      return Optional.empty();
    }
    String own = DisplayText.of(JsonFields.text(entry, "summaryOverride"), LONGEST_NAME);
    return Optional.of(
        new CalendarListing(
            new CalendarRef(id),
            own == null ? DisplayText.of(JsonFields.text(entry, "summary"), LONGEST_NAME) : own,
            ZoneNames.find(JsonFields.text(entry, "timeZone")).orElse(null),
            role,
            JsonFields.flag(entry, "primary")));
  }

  private static @Nullable AccessRole role(@Nullable String role) {
    return switch (role) {
      case "owner" -> AccessRole.OWNER;
      case "writer", "writerWithoutPrivateAccess" -> AccessRole.WRITER;
      case "reader" -> AccessRole.READER;
      case "freeBusyReader" -> AccessRole.FREE_BUSY;
      case null, default -> null;
    };
  }
}
