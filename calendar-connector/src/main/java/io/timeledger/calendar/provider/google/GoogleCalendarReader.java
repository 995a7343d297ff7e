package io.timeledger.calendar.provider.google;

import io.timeledger.calendar.provider.CalendarListing;
import io.timeledger.calendar.provider.CalendarListing.AccessRole;
import io.timeledger.calendar.provider.CalendarRef;
import io.timeledger.calendar.provider.DisplayText;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads `CalendarListEntry` objects.
final class GoogleCalendarReader {
  private static final int LONGEST_ID = 1_024;
  private static final int LONGEST_NAME = 200;

  private GoogleCalendarReader() {}

  /// @return empty for a calendar that is deleted or whose events the member may not list
  /// @throws UnreadableEventException if the entry cannot be read
  static Optional<CalendarListing> calendar(JsonNode entry) {
    String id = GoogleJson.text(entry, "id");
    if (id == null || id.isEmpty() || id.length() > LONGEST_ID || !DisplayText.isStorable(id)) {
      throw GoogleJson.invalid("id");
    }
    AccessRole role = role(GoogleJson.text(entry, "accessRole"));
    if (role == null || GoogleJson.flag(entry, "deleted")) {
      return Optional.empty();
    }
    String own = DisplayText.of(GoogleJson.text(entry, "summaryOverride"), LONGEST_NAME);
    return Optional.of(
        new CalendarListing(
            new CalendarRef(id),
            own == null ? DisplayText.of(GoogleJson.text(entry, "summary"), LONGEST_NAME) : own,
            GoogleTimes.zone(GoogleJson.text(entry, "timeZone")).orElse(null),
            role,
            GoogleJson.flag(entry, "primary")));
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
