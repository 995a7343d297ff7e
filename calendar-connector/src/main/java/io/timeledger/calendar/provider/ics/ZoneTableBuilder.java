package io.timeledger.calendar.provider.ics;

import io.timeledger.calendar.provider.UnreadableItemException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Builds zone rules from a VTIMEZONE, with its transitions around the window. Before the first
/// transition, its TZOFFSETFROM applies.
final class ZoneTableBuilder {
  private static final Pattern OFFSET = Pattern.compile("([+-])(\\d\\d)(\\d\\d)(\\d\\d)?");
  private static final int YEARS_BEFORE = 3;
  private static final int YEARS_AFTER = 2;

  private final LocalDateTime from;
  private final LocalDateTime to;
  private final RecurrenceBudget budget;

  /// @param around an instant of the window
  ZoneTableBuilder(Instant around, RecurrenceBudget budget) {
    LocalDateTime middle = LocalDateTime.ofInstant(around, ZoneOffset.UTC);
    from = middle.minusYears(YEARS_BEFORE);
    to = middle.plusYears(YEARS_AFTER);
    this.budget = budget;
  }

  /// @return empty if the definition is invalid
  Optional<ZoneRules> build(IcsComponent zone) {
    try {
      List<Change> changes = new ArrayList<>();
      for (IcsComponent observance : zone.children()) {
        add(observance, changes);
      }
      return changes.isEmpty() ? Optional.empty() : Optional.of(rules(changes));
    } catch (UnreadableItemException | DateTimeException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private void add(IcsComponent observance, List<Change> changes) {
    ContentLine start = observance.line("DTSTART");
    ZoneOffset before = offset(observance.value("TZOFFSETFROM"));
    ZoneOffset after = offset(observance.value("TZOFFSETTO"));
    if (start == null || before == null || after == null) {
      throw new UnreadableItemException("zone_invalid");
    }
    // Times within a VTIMEZONE are local and need no zone.
    IcsZones none = new IcsZones(ZoneOffset.UTC, List.of(), this);
    IcsMoment first =
        IcsMoment.parse(start.value(), new ContentLine(start.name(), Map.of(), ""), none);
    NavigableSet<LocalDateTime> onsets = new TreeSet<>();
    onsets.add(first.local());
    for (ContentLine rule : observance.lines("RRULE")) {
      onsets.addAll(rule(rule, first, before, none));
    }
    for (ContentLine dates : observance.lines("RDATE")) {
      for (String date : dates.value().split(",", -1)) {
        onsets.add(IcsMoment.parse(date, new ContentLine("RDATE", Map.of(), ""), none).local());
      }
    }
    onsets.stream()
        .filter(onset -> onset.isBefore(to))
        .forEach(onset -> changes.add(new Change(onset.toInstant(before), before, after)));
  }

  private NavigableSet<LocalDateTime> rule(
      ContentLine rule, IcsMoment first, ZoneOffset before, IcsZones none) {
    // An UNTIL in UTC is converted with the offset before the transition.
    IcsMoment start = new IcsMoment.Wall(first.local(), ZoneClock.of(before));
    return Recurrence.parse(rule, start, none).between(first.local(), from, to, budget);
  }

  private static ZoneRules rules(List<Change> changes) {
    changes.sort(Comparator.comparing(Change::at));
    ZoneOffset base = changes.getFirst().before();
    ZoneOffset current = base;
    List<ZoneOffsetTransition> transitions = new ArrayList<>();
    for (Change change : changes) {
      if (!change.after().equals(current)) {
        LocalDateTime local = LocalDateTime.ofInstant(change.at(), current);
        transitions.add(ZoneOffsetTransition.of(local, current, change.after()));
        current = change.after();
      }
    }
    return ZoneRules.of(base, base, List.of(), transitions, List.of());
  }

  private static @Nullable ZoneOffset offset(@Nullable String text) {
    if (text == null) {
      return null;
    }
    Matcher parts = OFFSET.matcher(text);
    if (!parts.matches()) {
      return null;
    }
    int sign = parts.group(1).equals("-") ? -1 : 1;
    int seconds = parts.group(4) == null ? 0 : Integer.parseInt(parts.group(4));
    return ZoneOffset.ofHoursMinutesSeconds(
        sign * Integer.parseInt(parts.group(2)),
        sign * Integer.parseInt(parts.group(3)),
        sign * seconds);
  }

  /// A transition and its offsets.
  private record Change(Instant at, ZoneOffset before, ZoneOffset after) {}
}
