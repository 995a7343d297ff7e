package io.timeledger.acceptance.check;

import java.util.List;
import java.util.stream.Stream;

/// A private title is in no topic, table, log and answer. So that this says something, the same
/// search must find what is in topics, tables and answers.
final class PrivateTitlesStayPrivate implements Invariant {
  private static final List<String> KINDS = List.of("topic", "table", "answer");

  @Override
  public Stream<String> violations(Evidence evidence) {
    CalendarEvidence calendars = evidence.calendars();
    return Stream.concat(
        calendars.leaks().stream().map(place -> "a private title in " + place),
        calendars.owners() == 0 ? Stream.empty() : blind(calendars.searched()));
  }

  private static Stream<String> blind(List<String> searched) {
    return KINDS.stream()
        .filter(kind -> searched.stream().noneMatch(place -> place.startsWith(kind)))
        .map(kind -> "the search finds nothing in any " + kind);
  }
}
