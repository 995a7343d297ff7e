package io.timeledger.calendar.round;

import io.timeledger.calendar.provider.EventPage;
import io.timeledger.calendar.provider.PageEnd;
import io.timeledger.calendar.provider.UnreadableItem;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Mark and sweep. Each source that the round reads gets its number; after the last page, sources
/// with an older number are deleted: all of them by a full round, those of the series that were
/// reported as a whole by any other. An incomplete round deletes nothing.
///
/// Not thread-safe.
public final class Generation {
  private final long number;
  private final Set<String> unreadable = new HashSet<>();
  private final Set<String> wholeSeries = new HashSet<>();
  private boolean full = true;
  private boolean complete;
  private boolean blind;

  /// @param number greater than that of every earlier round of the calendar
  public Generation(long number) {
    this.number = number;
  }

  /// The number that sources of this round get.
  public long number() {
    return number;
  }

  /// Records a page of the round.
  public void met(EventPage page) {
    full &= page.coverage() == EventPage.Coverage.FULL;
    complete = page.end() instanceof PageEnd.End;
    blind |= page.unreadableCount() > page.unreadable().size();
    wholeSeries.addAll(page.wholeSeries());
    page.unreadable().stream()
        .map(UnreadableItem::eventRef)
        .filter(ref -> ref != null)
        .forEach(unreadable::add);
  }

  /// Whether the round may delete sources. If it does not know the names of all unreadable items,
  /// any source may be one of them, so it deletes none.
  public boolean maySweep() {
    return complete && !blind && (full || !wholeSeries.isEmpty());
  }

  /// The series that the sweep is limited to; empty for a full round, whose sweep has no limit.
  public Optional<Set<String>> onlySeries() {
    return full ? Optional.empty() : Optional.of(Set.copyOf(wholeSeries));
  }

  /// Whether the round deletes a source. A source that the round did not read goes, also one that
  /// has left the window; one that was unreadable this time stays.
  ///
  /// @param stamp generation of the source
  /// @param seriesRef null for a single event
  public boolean sweeps(long stamp, String eventRef, @Nullable String seriesRef) {
    return maySweep()
        && stamp < number
        && (full || (seriesRef != null && wholeSeries.contains(seriesRef)))
        && !unreadable.contains(eventRef)
        && !(seriesRef != null && unreadable.contains(seriesRef));
  }
}
