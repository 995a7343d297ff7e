package io.timeledger.acceptance.check;

import io.timeledger.acceptance.calendar.AnsweredConversion;
import java.util.List;

/// What became of members' calendars.
///
/// @param owners of calendars that were connected; 0 without connectors
/// @param differences between blocks and the provider twin, a sentence each
/// @param conversions answers to all of them
/// @param leaks places where a private title was found
/// @param searched places where the same search found a text that must be there
record CalendarEvidence(
    int owners,
    List<String> differences,
    List<AnsweredConversion> conversions,
    List<String> leaks,
    List<String> searched) {
  static final CalendarEvidence NONE =
      new CalendarEvidence(0, List.of(), List.of(), List.of(), List.of());
}
