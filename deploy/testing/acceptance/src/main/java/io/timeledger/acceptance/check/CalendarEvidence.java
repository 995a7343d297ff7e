package io.timeledger.acceptance.check;

import io.timeledger.acceptance.calendar.AnsweredConversion;
import java.util.List;

/// What became of members' calendars.
///
/// @param differences between blocks and the provider twin, a sentence each
/// @param conversions answers to all of them
/// @param leaks places where a private title was found
record CalendarEvidence(
    List<String> differences, List<AnsweredConversion> conversions, List<String> leaks) {
  static final CalendarEvidence NONE = new CalendarEvidence(List.of(), List.of(), List.of());
}
