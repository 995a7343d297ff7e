package io.timeledger.calendar.provider;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One page of a provider's response. May hold more events than fit into one transaction.
///
/// @param coverage whether a missing event is deleted or only unchanged
/// @param events each `eventRef` at most once; all in the window, except that changes may contain
///     events that have left it, which are written only if they are stored already
/// @param removed `eventRef` of each event that the provider reports as deleted, and `seriesRef` of
///     each such series; none of these is in `events`
/// @param wholeSeries `seriesRef` of series whose instances in the window are all in this round: a
///     missing instance is deleted. Only for changes
/// @param unreadable items that could not be read, at most the first [#MOST_UNREADABLE]
/// @param unreadableCount all items that could not be read
/// @param calendar the calendar's description, if the response has one
/// @param pollAfter poll interval that the source suggests, if any
public record EventPage(
    Coverage coverage,
    List<SourceEvent> events,
    List<String> removed,
    Set<String> wholeSeries,
    List<UnreadableItem> unreadable,
    int unreadableCount,
    @Nullable CalendarListing calendar,
    @Nullable Duration pollAfter,
    PageEnd end) {
  public static final int MOST_UNREADABLE = 1000;

  /// What the pages of a round contain.
  public enum Coverage {
    /// All events of the window: a missing event is deleted.
    FULL,
    /// Changes since the cursor: a missing event is unchanged.
    CHANGES
  }

  public EventPage {
    events = List.copyOf(events);
    removed = List.copyOf(removed);
    wholeSeries = Set.copyOf(wholeSeries);
    unreadable = List.copyOf(unreadable);
  }

  /// A page of a provider that reports each deleted instance.
  public EventPage(
      Coverage coverage,
      List<SourceEvent> events,
      List<String> removed,
      List<UnreadableItem> unreadable,
      int unreadableCount,
      @Nullable CalendarListing calendar,
      @Nullable Duration pollAfter,
      PageEnd end) {
    this(
        coverage, events, removed, Set.of(), unreadable, unreadableCount, calendar, pollAfter, end);
  }

  /// A response without changes.
  public static EventPage unchanged(EventCursor cursor) {
    return new EventPage(
        Coverage.CHANGES, List.of(), List.of(), List.of(), 0, null, null, new PageEnd.End(cursor));
  }
}
