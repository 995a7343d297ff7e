package io.timeledger.calendar.round;

import io.timeledger.calendar.provider.EventPage;
import java.time.Instant;

/// Counts of a round so far.
///
/// @param full whether it reads the whole window
/// @param requests calls to the provider
/// @param seen events read
/// @param unreadable items skipped because they could not be read
public record RoundFigures(
    Instant startedAt,
    boolean full,
    int requests,
    int pages,
    int seen,
    int unreadable,
    SliceResult applied) {
  public static RoundFigures begun(Instant at, boolean full) {
    return new RoundFigures(at, full, 0, 0, 0, 0, SliceResult.NONE);
  }

  /// Adds the result of a slice.
  public RoundFigures plus(SliceResult slice) {
    return new RoundFigures(
        startedAt, full, requests, pages, seen, unreadable, applied.plus(slice));
  }

  RoundFigures called() {
    return new RoundFigures(startedAt, full, requests + 1, pages, seen, unreadable, applied);
  }

  RoundFigures read(EventPage page) {
    return new RoundFigures(
        startedAt,
        full,
        requests,
        pages + 1,
        seen + page.events().size(),
        unreadable + page.unreadableCount(),
        applied);
  }

  RoundFigures of(boolean coverage) {
    return new RoundFigures(startedAt, coverage, requests, pages, seen, unreadable, applied);
  }
}
