package io.timeledger.calendar.provider.ics;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;

/// Converts between local times and instants.
///
/// @param zone to display
/// @param rules for conversion: the zone's, or those that the file defines
/// @param guessed whether the member's rules are used because the file's are unknown
record ZoneClock(ZoneId zone, ZoneRules rules, boolean guessed) {
  static final ZoneClock UTC = of(ZoneOffset.UTC);

  static ZoneClock of(ZoneId zone) {
    return new ZoneClock(zone, zone.getRules(), false);
  }

  /// The instant of a local time. A time in a gap uses the offset before the gap; an ambiguous time
  /// is the first of the two (RFC 5545 §3.3.5).
  Instant instant(LocalDateTime local) {
    return local.toInstant(rules.getOffset(local));
  }

  LocalDateTime local(Instant instant) {
    return LocalDateTime.ofInstant(instant, rules.getOffset(instant));
  }
}
