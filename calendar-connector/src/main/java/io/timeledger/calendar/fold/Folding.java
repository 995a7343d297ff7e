package io.timeledger.calendar.fold;

import io.timeledger.calendar.provider.SourceEvent;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Makes one block of all copies of a meeting.
public final class Folding {
  private static final Comparator<FoldedSource> SHOWN_FIRST =
      Comparator.<FoldedSource, Boolean>comparing(source -> !source.event().organizedBySelf())
          .thenComparing(source -> !source.primary())
          .thenComparing(source -> !source.writable())
          .thenComparing(FoldedSource::connectedAt)
          // The rest only makes the choice the same each time.
          .thenComparing(source -> source.calendarId().value())
          .thenComparing(source -> source.event().eventRef());

  private Folding() {}

  /// The block of sources with one identity. The shown one is the own organiser's copy, then one of
  /// a primary calendar, of a writable one, of the oldest connection.
  ///
  /// @return empty when none of them shows
  public static Optional<FoldedBlock> of(List<FoldedSource> sources) {
    List<FoldedSource> showing =
        sources.stream().filter(source -> source.hidden() == null).sorted(SHOWN_FIRST).toList();
    return showing.isEmpty() ? Optional.empty() : Optional.of(block(showing));
  }

  private static FoldedBlock block(List<FoldedSource> showing) {
    FoldedSource shown = showing.getFirst();
    SourceEvent event = shown.event();
    // One private copy makes the meeting private: the title of another copy would give it away.
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
        event.guests(),
        showing.stream()
            .map(
                source ->
                    new FoldedBlock.SourceLink(source.calendarId(), source.event().eventRef()))
            .toList());
  }
}
