package io.timeledger.ingest.calendar.connection;

import io.timeledger.ingest.web.json.FieldValidator;
import io.timeledger.schemas.command.ConnectionPatch;
import io.timeledger.schemas.command.Patch;
import io.timeledger.schemas.id.CalendarId;
import io.timeledger.schemas.resource.Connection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The body of a change of a connection: a JSON merge patch.
///
/// @param calendarIds null means the primary calendar
record ConnectionPatchBody(
    Patch<String> name,
    Patch<List<@Nullable CalendarId>> calendarIds,
    Patch<Boolean> showPrivateTitles,
    Patch<Integer> daysBack,
    Patch<Integer> daysAhead) {
  private static final int MOST_CALENDARS = 50;

  ConnectionPatch toPatch() {
    FieldValidator form = new FieldValidator();
    if (name.present()) {
      form.requiredText("name", name.value(), FieldValidator.NAME);
    }
    form.between("days_back", daysBack.value(), 0, Connection.MAX_DAYS_BACK);
    form.between("days_ahead", daysAhead.value(), 0, Connection.MAX_DAYS_AHEAD);
    Patch<List<CalendarId>> chosen = chosen(form);
    form.check();
    return new ConnectionPatch(name, chosen, showPrivateTitles, daysBack, daysAhead);
  }

  private Patch<List<CalendarId>> chosen(FieldValidator form) {
    List<@Nullable CalendarId> asked = calendarIds.value();
    if (asked == null) {
      return calendarIds.present() ? Patch.of(null) : Patch.absent();
    }
    List<CalendarId> ids = form.elements("calendar_ids", asked).stream().distinct().toList();
    if (asked.isEmpty()) {
      form.fail("calendar_ids", "empty", "Expected at least one; null means the primary one.");
    } else if (asked.size() > MOST_CALENDARS) {
      form.fail("calendar_ids", "too_many", "At most %d calendars.".formatted(MOST_CALENDARS));
    }
    return Patch.of(ids);
  }
}
