package io.timeledger.calendar.provider.ics;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;

/// How local times become instants.
///
/// @param zone to show
/// @param rules to read times by; the zone's, or those that the file gives
/// @param guessed whether the rules are the member's, for want of others
record ZoneClock(ZoneId zone, ZoneRules rules, boolean guessed) {
  static final ZoneClock UTC = of(ZoneOffset.UTC);

  static ZoneClock of(ZoneId zone) {
    return new ZoneClock(zone, zone.getRules(), false);
  }

  /// The instant of a local time. One that a clock skips is read by the offset before the gap, one
  /// that it shows twice is the first (RFC 5545 §3.3.5).
  Instant instant(LocalDateTime local) {
    return local.toInstant(rules.getOffset(local));
  }

  LocalDateTime local(Instant instant) {
    return LocalDateTime.ofInstant(instant, rules.getOffset(instant));
  }
}
