package io.timeledger.calendar.round;

import io.timeledger.calendar.provider.EventPage;
import java.time.Instant;

/// What a round did so far.
///
/// @param full whether it asked for the whole window
/// @param requests calls of the provider
/// @param seen events that were read
/// @param unreadable items that were left out
public record RoundFigures(
    Instant startedAt,
    boolean full,
    int requests,
    int pages,
    int seen,
    int unreadable,
    SliceResult applied) {
  /// Of a round that begins.
  public static RoundFigures begun(Instant at, boolean full) {
    return new RoundFigures(at, full, 0, 0, 0, 0, SliceResult.NONE);
  }

  /// With what another slice came to.
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
