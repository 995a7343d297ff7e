package io.timeledger.calendar.provider.ics;

import io.timeledger.calendar.provider.UnreadableItemException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Dates added to a series and excluded from it (RDATE and EXDATE).
///
/// @param added by local time in the zone of the series; the value is the instance's own length, or
///     null
/// @param removed local times in the zone of the series
/// @param removedDays days on which no instance starts
record ExtraDates(
    Map<LocalDateTime, @Nullable IcsSpan> added,
    Set<LocalDateTime> removed,
    Set<LocalDate> removedDays) {
  private static final int MOST = 20_000;

  /// @throws UnreadableItemException if a date cannot be read: ignoring it would show instances
  ///     that do not exist
  static ExtraDates of(IcsEvent series, IcsZones zones) {
    ExtraDates dates = new ExtraDates(new HashMap<>(), new HashSet<>(), new HashSet<>());
    int count = 0;
    for (ContentLine line : series.component().lines("RDATE")) {
      for (String value : values(line)) {
        dates.add(value, line, series, zones);
        count = counted(count);
      }
    }
    for (ContentLine line : series.component().lines("EXDATE")) {
      for (String value : values(line)) {
        dates.remove(value, line, series, zones);
        count = counted(count);
      }
    }
    return dates;
  }

  boolean removes(LocalDateTime local) {
    return removed.contains(local) || removedDays.contains(local.toLocalDate());
  }

  /// The moment as local time in the zone of the series.
  static LocalDateTime local(IcsMoment moment, IcsEvent series) {
    return series.start() instanceof IcsMoment.Wall start && moment instanceof IcsMoment.Wall wall
        ? start.clock().local(wall.instant())
        : moment.local();
  }

  private void add(String value, ContentLine line, IcsEvent series, IcsZones zones) {
    int slash = value.indexOf('/');
    IcsMoment start = IcsMoment.parse(slash < 0 ? value : value.substring(0, slash), line, zones);
    LocalDateTime local = local(start, series);
    if (start instanceof IcsMoment.Day day && series.start() instanceof IcsMoment.Wall) {
      local = day.date().atTime(series.start().local().toLocalTime());
    }
    added.put(local, slash < 0 ? null : length(value.substring(slash + 1), start, line, zones));
  }

  private void remove(String value, ContentLine line, IcsEvent series, IcsZones zones) {
    IcsMoment moment = IcsMoment.parse(value, line, zones);
    if (moment instanceof IcsMoment.Wall && series.start() instanceof IcsMoment.Wall) {
      removed.add(local(moment, series));
    } else {
      removedDays.add(moment.local().toLocalDate());
    }
  }

  private static @Nullable IcsSpan length(
      String end, IcsMoment start, ContentLine line, IcsZones zones) {
    return IcsSpan.parse(end)
        .orElseGet(
            () -> {
              IcsMoment until = IcsMoment.parse(end, line, zones);
              return start instanceof IcsMoment.Wall a && until instanceof IcsMoment.Wall b
                  ? new IcsSpan(0, Duration.between(a.instant(), b.instant()))
                  : null;
            });
  }

  private static String[] values(ContentLine line) {
    return line.value().isBlank() ? new String[0] : line.value().strip().split(",", -1);
  }

  private static int counted(int count) {
    if (count >= MOST) {
      throw new UnreadableItemException("recurrence_too_dense");
    }
    return count + 1;
  }
}
