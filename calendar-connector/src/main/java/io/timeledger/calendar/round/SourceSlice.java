package io.timeledger.calendar.round;

import io.timeledger.calendar.provider.Window;
import java.util.List;
import java.util.Optional;

/// The part of a round that one transaction writes.
///
/// @param full whether the round reads the whole window
/// @param window that the round reads
/// @param sources each event at most once
/// @param removed as in [io.timeledger.calendar.provider.EventPage]
/// @param end result of the round; only in its last slice
public record SourceSlice(
    boolean full,
    Window window,
    List<PreparedSource> sources,
    List<String> removed,
    Optional<RoundEnd> end) {
  public SourceSlice {
    sources = List.copyOf(sources);
    removed = List.copyOf(removed);
  }
}
