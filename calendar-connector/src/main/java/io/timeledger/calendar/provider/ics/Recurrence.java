package io.timeledger.calendar.provider.ics;

import io.timeledger.calendar.provider.UnreadableItemException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.NavigableSet;
import java.util.Spliterator;
import java.util.TreeSet;
import net.fortuna.ical4j.model.Recur;
import org.jspecify.annotations.Nullable;

/// A recurrence rule, expanded in local time: a meeting at nine stays at nine when clocks change.
/// The cost of the expansion is bounded before it begins.
final class Recurrence {
  private final RecurrenceParts parts;
  private final @Nullable LocalDateTime until;

  private Recurrence(RecurrenceParts parts, @Nullable LocalDateTime until) {
    this.parts = parts;
    this.until = until;
  }

  /// @param start of the event; the rule applies in its zone
  /// @throws UnreadableItemException if the rule cannot be read
  static Recurrence parse(ContentLine line, IcsMoment start, IcsZones zones) {
    RecurrenceParts parts =
        RecurrenceParts.parse(line.value().strip(), start instanceof IcsMoment.Day);
    return new Recurrence(parts, until(parts.until(), line, start, zones));
  }

  /// The local times from `from` to `to`, both inclusive.
  ///
  /// @throws UnreadableItemException if the rule is too dense or invalid
  NavigableSet<LocalDateTime> between(
      LocalDateTime start, LocalDateTime from, LocalDateTime to, RecurrenceBudget budget) {
    LocalDateTime last = until != null && until.isBefore(to) ? until : to;
    NavigableSet<LocalDateTime> found = new TreeSet<>();
    if (last.isBefore(start) || last.isBefore(from)) {
      return found;
    }
    try {
      boolean counted = spend(start, from, last, budget);
      expand(start, from, last, counted, found);
    } catch (UnreadableItemException | RecurrenceBudget.ExhaustedException e) {
      throw e;
    } catch (RuntimeException e) {
      // The library throws unspecified exceptions for invalid rules.
      throw new UnreadableItemException("recurrence_invalid");
    }
    return found;
  }

  // The library iterates from the start if the rule has a COUNT, otherwise from near the window. A
  // COUNT that cannot be reached before the window ends is dropped.
  private boolean spend(
      LocalDateTime start, LocalDateTime from, LocalDateTime last, RecurrenceBudget budget) {
    ChronoUnit unit = parts.unit();
    long interval = parts.interval();
    long units = unit.between(start, last);
    if (2 * units + 4 * interval >= Integer.MAX_VALUE) {
      // The library's 32-bit arithmetic would overflow, and it would loop forever.
      throw new UnreadableItemException("recurrence_too_dense");
    }
    long density = parts.density();
    long all = Math.multiplyExact(units / interval + 2, density);
    boolean counted = parts.count() > 0 && parts.count() < all;
    LocalDateTime begin = counted || from.isBefore(start) ? start : from;
    budget.spend(Math.multiplyExact(unit.between(begin, last) / interval + 3, density));
    return counted;
  }

  private void expand(
      LocalDateTime start,
      LocalDateTime from,
      LocalDateTime last,
      boolean counted,
      NavigableSet<LocalDateTime> found) {
    Spliterator<LocalDateTime> instances =
        new Recur<LocalDateTime>(parts.text(counted), false)
            .getDatesAsStream(start, from, last, -1)
            .spliterator();
    long steps = 2 * RecurrenceBudget.RULE;
    while (instances.tryAdvance(found::add)) {
      if (found.size() > RecurrenceBudget.SERIES || --steps < 0) {
        throw new UnreadableItemException("recurrence_too_dense");
      }
    }
  }

  private static @Nullable LocalDateTime until(
      @Nullable String text, ContentLine line, IcsMoment start, IcsZones zones) {
    if (text == null) {
      return null;
    }
    IcsMoment until = IcsMoment.parse(text, line, zones);
    return switch (until) {
      case IcsMoment.Day day -> day.date().atTime(LocalTime.MAX);
      case IcsMoment.Wall wall ->
          switch (start) {
            case IcsMoment.Day days -> wall.local().toLocalDate().atTime(LocalTime.MAX);
            case IcsMoment.Wall walls ->
                text.endsWith("Z") ? walls.clock().local(wall.instant()) : wall.local();
          };
    };
  }
}
