package io.timeledger.streams.ledger.entry;

import io.timeledger.schemas.resource.TimeEntry;
import io.timeledger.streams.ledger.state.LedgerState;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds the entry of the same member that shares time with another. Running entries count up to
/// now; entries without clock times never overlap.
final class Overlaps {
  private static final int LOOK_BACK_DAYS = 31;

  private Overlaps() {}

  /// @param entry with clock times; its own earlier form and other pieces of it are passed over
  static Optional<TimeEntry> of(TimeEntry entry, LedgerState state, Instant now) {
    Instant start = entry.startedAt();
    Instant end = endOf(entry, now);
    if (start == null || end == null) {
      return Optional.empty();
    }
    return Stream.concat(
            // It may have been running for longer than anybody looks back.
            state.runningTimer(entry.userId()).stream(),
            state
                .entries(
                    entry.userId(),
                    entry.logDate().minusDays(LOOK_BACK_DAYS),
                    entry.logDate().plusDays(LOOK_BACK_DAYS))
                .stream())
        .filter(other -> !other.id().equals(entry.id()))
        .filter(other -> overlap(other, start, end, now))
        .findFirst();
  }

  private static boolean overlap(TimeEntry other, Instant start, Instant end, Instant now) {
    Instant otherStart = other.startedAt();
    Instant otherEnd = endOf(other, now);
    return otherStart != null
        && otherEnd != null
        && otherStart.isBefore(end)
        && start.isBefore(otherEnd);
  }

  private static @Nullable Instant endOf(TimeEntry entry, Instant now) {
    return entry.isRunning() ? now : entry.endedAt();
  }
}
