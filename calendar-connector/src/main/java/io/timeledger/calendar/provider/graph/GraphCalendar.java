package io.timeledger.calendar.provider.graph;

import io.timeledger.calendar.provider.CalendarListing;
import io.timeledger.calendar.provider.CalendarListing.AccessRole;
import io.timeledger.calendar.provider.CalendarRef;
import io.timeledger.calendar.provider.DisplayText;
import io.timeledger.calendar.provider.rest.JsonFields;
import tools.jackson.databind.JsonNode;

/// Reads the description of a calendar. Graph names no zone in it.
final class GraphCalendar {
  private static final int LONGEST_NAME = 500;

  private GraphCalendar() {}

  static CalendarListing of(JsonNode calendar) {
    return new CalendarListing(
        new CalendarRef(JsonFields.id(calendar, "id")),
        DisplayText.of(JsonFields.text(calendar, "name"), LONGEST_NAME),
        null,
        role(calendar),
        JsonFields.flag(calendar, "isDefaultCalendar"));
  }

  // Only the owner of a calendar may share it. Not all responses say who may.
  private static AccessRole role(JsonNode calendar) {
    if (JsonFields.flag(calendar, "canShare") || JsonFields.flag(calendar, "isDefaultCalendar")) {
      return AccessRole.OWNER;
    }
    return JsonFields.flag(calendar, "canEdit") ? AccessRole.WRITER : AccessRole.READER;
  }
}
