package io.timeledger.calendar.provider;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A part of a provider's answer. May hold more events than fit into one transaction.
///
/// @param coverage what it means when an event does not appear
/// @param events each in the window, each `eventRef` at most once
/// @param removed what the provider says is gone, by `eventRef`
/// @param unreadable the first of those left out, at most [#MOST_UNREADABLE]
/// @param unreadableCount how many were left out
/// @param calendar the calendar's description, if the answer has one
/// @param pollAfter how often the source wants to be read, if it says so
public record EventPage(
    Coverage coverage,
    List<SourceEvent> events,
    List<String> removed,
    List<UnreadableItem> unreadable,
    int unreadableCount,
    @Nullable CalendarListing calendar,
    @Nullable Duration pollAfter,
    PageEnd end) {
  public static final int MOST_UNREADABLE = 1000;

  /// What the pages of a round are about.
  public enum Coverage {
    /// All events of the window: what does not appear is gone.
    FULL,
    /// Changes since the cursor: what does not appear is as it was.
    CHANGES
  }

  public EventPage {
    events = List.copyOf(events);
    removed = List.copyOf(removed);
    unreadable = List.copyOf(unreadable);
  }

  /// An answer that nothing changed.
  public static EventPage unchanged(EventCursor cursor) {
    return new EventPage(
        Coverage.CHANGES, List.of(), List.of(), List.of(), 0, null, null, new PageEnd.End(cursor));
  }
}
