package io.timeledger.twin.state;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Meetings to begin with.
final class MeetingSamples {
  static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private MeetingSamples() {}

  static Meeting single(String id, String title) {
    return of(id, title, "2026-03-02T09:00", "2026-03-02T10:00", Optional.empty());
  }

  static Meeting series(String rule, String start, String end) {
    return of("series", "Series", start, end, Optional.of(new RepeatRule(rule)));
  }

  private static Meeting of(
      String id, String title, String start, String end, Optional<RepeatRule> rule) {
    Details details =
        new Details(
            title,
            When.parse(start, BERLIN),
            When.parse(end, BERLIN),
            Privacy.DEFAULT,
            Availability.BUSY,
            Response.ORGANIZER,
            Purpose.MEETING,
            List.of(),
            "member@example.com",
            Instant.EPOCH);
    return new Meeting(id, id + "@uid", Instant.EPOCH, details, rule, Map.of());
  }
}
