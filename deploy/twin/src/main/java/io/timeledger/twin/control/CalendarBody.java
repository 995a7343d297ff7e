package io.timeledger.twin.control;

import io.timeledger.twin.http.Call;
import io.timeledger.twin.state.TwinCalendar;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/// A calendar besides the primary one, as a test describes it.
final class CalendarBody {
  private CalendarBody() {}

  static TwinCalendar read(Call call, String id, Instant now) {
    ObjectNode body = call.json();
    String role = body.path("access_role").asString("owner").toUpperCase(Locale.ROOT);
    return new TwinCalendar(
        id,
        call.required("name"),
        ZoneId.of(body.path("time_zone").asString("Europe/Berlin")),
        false,
        TwinCalendar.AccessRole.valueOf(role),
        now);
  }
}
