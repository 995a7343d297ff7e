package io.timeledger.calendar.round;

import io.timeledger.calendar.provider.Window;
import java.util.List;
import java.util.Optional;

/// What is written of a round in one transaction.
///
/// @param full whether the round reads the whole window: sources that it meets get its generation
/// @param window that the round reads
/// @param sources each event at most once
/// @param removed what the provider says is gone, by `eventRef`
/// @param end with the last slice, the end of the round
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
