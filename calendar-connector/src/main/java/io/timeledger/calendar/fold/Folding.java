package io.timeledger.calendar.fold;

import io.timeledger.calendar.provider.SourceEvent;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Folds all copies of a meeting into one block.
public final class Folding {
  private static final Comparator<FoldedSource> SHOWN_FIRST =
      Comparator.<FoldedSource, Boolean>comparing(source -> !source.event().organizedBySelf())
          .thenComparing(source -> !source.primary())
          .thenComparing(source -> !source.writable())
          .thenComparing(FoldedSource::connectedAt)
          // The rest makes the order deterministic.
          .thenComparing(source -> source.calendarId().value())
          .thenComparing(source -> source.event().eventRef());

  private Folding() {}

  /// Folds sources with the same block id. The block shows the copy that the owner organizes, then
  /// one in a primary calendar, then one in a writable calendar, then that of the oldest
  /// connection.
  ///
  /// @return empty if no source is visible
  public static Optional<FoldedBlock> of(List<FoldedSource> sources) {
    List<FoldedSource> showing =
        sources.stream().filter(source -> source.hidden() == null).sorted(SHOWN_FIRST).toList();
    return showing.isEmpty() ? Optional.empty() : Optional.of(block(showing));
  }

  private static FoldedBlock block(List<FoldedSource> showing) {
    FoldedSource shown = showing.getFirst();
    SourceEvent event = shown.event();
    // One private copy makes the meeting private: the title of another copy would reveal it.
    boolean isPrivate = showing.stream().anyMatch(source -> source.event().isPrivate());
    return new FoldedBlock(
        shown.calendarId(),
        KindRule.of(event),
        isPrivate && !event.isPrivate() ? null : event.title(),
        isPrivate,
        VisibilityRule.isTentative(event),
        event.time(),
        event.recurring(),
        event.organizerDomain(),
        event.attendeeDomains(),
        shown.contactHashes(),
        event.guests(),
        showing.stream()
            .map(
                source ->
                    new FoldedBlock.SourceLink(source.calendarId(), source.event().eventRef()))
            .toList());
  }
}
