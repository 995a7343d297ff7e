package io.timeledger.twin.google;

import io.timeledger.twin.http.Trees;
import io.timeledger.twin.state.TwinCalendar;
import tools.jackson.databind.node.ObjectNode;

/// A calendar as an entry of the account's list.
final class CalendarListJson {
  private CalendarListJson() {}

  static ObjectNode of(TwinCalendar calendar) {
    ObjectNode json =
        Trees.object()
            .put("kind", "calendar#calendarListEntry")
            .put("etag", "\"1\"")
            .put("id", calendar.id())
            .put("summary", calendar.name())
            .put("timeZone", calendar.zone().getId())
            .put("selected", true)
            .put("accessRole", role(calendar));
    return calendar.primary() ? json.put("primary", true) : json;
  }

  static String role(TwinCalendar calendar) {
    return switch (calendar.role()) {
      case OWNER -> "owner";
      case WRITER -> "writer";
      case READER -> "reader";
      case FREE_BUSY_READER -> "freeBusyReader";
    };
  }
}
