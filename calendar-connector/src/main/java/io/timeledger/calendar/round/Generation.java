package io.timeledger.calendar.round;

import io.timeledger.calendar.provider.EventPage;
import io.timeledger.calendar.provider.EventTime;
import io.timeledger.calendar.provider.PageEnd;
import io.timeledger.calendar.provider.UnreadableItem;
import io.timeledger.calendar.provider.Window;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The mark of a full round: every source that it meets carries its number. After its last page,
/// and only then, what carries an older one goes. A round that is cut off removes nothing.
///
/// Not thread-safe.
public final class Generation {
  private final long number;
  private final Window window;
  private final Set<String> unreadable = new HashSet<>();
  private boolean full = true;
  private boolean complete;
  private boolean blind;

  /// @param number greater than that of every earlier round of the calendar
  public Generation(long number, Window window) {
    this.number = number;
    this.window = window;
  }

  /// What sources of this round are stamped with.
  public long number() {
    return number;
  }

  /// Notes a page that was applied.
  public void met(EventPage page) {
    full &= page.coverage() == EventPage.Coverage.FULL;
    complete = page.end() instanceof PageEnd.End;
    blind |= page.unreadableCount() > page.unreadable().size();
    page.unreadable().stream()
        .map(UnreadableItem::eventRef)
        .filter(ref -> ref != null)
        .forEach(unreadable::add);
  }

  /// Whether sources may be swept at all. When more items were unreadable than are known by name,
  /// any source may be one of them.
  public boolean maySweep() {
    return full && complete && !blind;
  }

  /// Whether a source goes: not met by this round, though its time lies in the window. What could
  /// not be read this time stays as it was; what has left the window is forgotten as well.
  ///
  /// @param stamp of the source
  /// @param seriesRef null for a single event
  public boolean sweeps(long stamp, String eventRef, @Nullable String seriesRef) {
    return maySweep()
        && stamp < number
        && !unreadable.contains(eventRef)
        && !(seriesRef != null && unreadable.contains(seriesRef));
  }

  /// Whether a swept source is gone from its calendar, and has not only left the window.
  public boolean isGone(EventTime time) {
    return window.touches(time);
  }
}
