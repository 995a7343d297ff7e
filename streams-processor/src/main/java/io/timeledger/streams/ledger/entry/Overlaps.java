package io.timeledger.streams.ledger.entry;

import io.timeledger.schemas.resource.TimeEntry;
import io.timeledger.streams.ledger.state.LedgerState;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds entries of the same member with overlapping time. Running entries extend to now; entries
/// without clock times or with zero duration never overlap.
final class Overlaps {
  /// A timer can run for longer than an entry may last.
  private static final int LOOK_BACK_DAYS = 31;

  /// Days are in each entry's own zone.
  private static final int ZONES_DAYS = 1;

  private Overlaps() {}

  /// Whether there is any.
  static boolean any(TimeEntry entry, LedgerState state, Instant now) {
    return of(entry, state, now).findAny().isPresent();
  }

  /// @param entry as it is, was or would be; the stored entry itself is excluded
  static Stream<TimeEntry> of(TimeEntry entry, LedgerState state, Instant now) {
    Instant start = entry.startedAt();
    Instant end = endOf(entry, now);
    if (start == null || end == null) {
      return Stream.empty();
    }
    LocalDate lastDay = LocalDate.ofInstant(end, ZoneOffset.UTC).plusDays(ZONES_DAYS);
    return Stream.concat(
            // It may have started before the look-back window.
            state.runningTimer(entry.userId()).stream(),
            state
                .entries(entry.userId(), entry.logDate().minusDays(LOOK_BACK_DAYS), lastDay)
                .stream()
                .filter(other -> !other.isRunning()))
        .filter(other -> !other.id().equals(entry.id()))
        .filter(other -> overlap(other, start, end, now));
  }

  private static boolean overlap(TimeEntry other, Instant start, Instant end, Instant now) {
    Instant otherStart = other.startedAt();
    Instant otherEnd = endOf(other, now);
    if (otherStart == null || otherEnd == null) {
      return false;
    }
    Instant sharedFrom = otherStart.isAfter(start) ? otherStart : start;
    Instant sharedTo = otherEnd.isBefore(end) ? otherEnd : end;
    return sharedFrom.isBefore(sharedTo);
  }

  private static @Nullable Instant endOf(TimeEntry entry, Instant now) {
    return entry.isRunning() ? now : entry.endedAt();
  }
}
