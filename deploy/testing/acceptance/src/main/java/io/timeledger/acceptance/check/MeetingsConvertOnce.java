package io.timeledger.acceptance.check;

import io.timeledger.acceptance.calendar.AnsweredConversion;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// However often a block is converted, one entry comes of it, which every answer names. Some must
/// have been converted.
final class MeetingsConvertOnce implements Invariant {
  @Override
  public Stream<String> violations(Evidence evidence) {
    Map<String, Set<String>> entries = new HashMap<>();
    evidence.facts().stream()
        .filter(fact -> fact.is("time_entry.created") && fact.entry() != null)
        .map(ObservedEvent::entry)
        .filter(entry -> entry != null && entry.externalId().startsWith("blk_"))
        .forEach(entry -> add(entries, entry.workspace(), entry.externalId(), entry.id()));
    return Stream.concat(untried(evidence.calendars()), doubled(evidence, entries));
  }

  private static Stream<String> untried(CalendarEvidence calendars) {
    return calendars.owners() > 0
            && calendars.conversions().stream().noneMatch(AnsweredConversion::isAcknowledged)
        ? Stream.of("none of %d owners converted a meeting".formatted(calendars.owners()))
        : Stream.empty();
  }

  private static Stream<String> doubled(Evidence evidence, Map<String, Set<String>> entries) {
    return Stream.concat(
        entries.entrySet().stream()
            .filter(block -> block.getValue().size() > 1)
            .map(block -> "%s became %s".formatted(block.getKey(), block.getValue())),
        evidence.calendars().conversions().stream()
            .filter(AnsweredConversion::isAcknowledged)
            .filter(conversion -> !named(entries, conversion).equals(Set.of(conversion.entry())))
            .map(
                conversion ->
                    "%s (expected: %s)".formatted(conversion, named(entries, conversion))));
  }

  private static void add(
      Map<String, Set<String>> entries, String workspace, String block, String entry) {
    entries.computeIfAbsent(workspace + "/" + block, _ -> new TreeSet<>()).add(entry);
  }

  private static Set<String> named(
      Map<String, Set<String>> entries, AnsweredConversion conversion) {
    return entries.getOrDefault(conversion.workspace() + "/" + conversion.block(), Set.of());
  }
}
