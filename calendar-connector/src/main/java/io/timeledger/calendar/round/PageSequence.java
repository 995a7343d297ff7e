package io.timeledger.calendar.round;

import io.timeledger.calendar.provider.Access;
import io.timeledger.calendar.provider.CalendarOwner;
import io.timeledger.calendar.provider.CalendarProvider;
import io.timeledger.calendar.provider.EventCursor;
import io.timeledger.calendar.provider.EventPage;
import io.timeledger.calendar.provider.EventPage.Coverage;
import io.timeledger.calendar.provider.FaultReason;
import io.timeledger.calendar.provider.PageEnd;
import io.timeledger.calendar.provider.PagePlace;
import io.timeledger.calendar.provider.ProviderException;
import io.timeledger.calendar.provider.ProviderFault;
import io.timeledger.calendar.provider.Window;
import io.timeledger.calendar.round.DueWork.DueRound;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The pages of a round: of the whole window; or, with a usable cursor, of the changes, and then of
/// the days that the window gained since. Not thread-safe.
final class PageSequence {
  private final DueRound due;
  private final CalendarProvider provider;
  private final Access access;
  private final CalendarOwner owner;
  private final Set<PagePlace> places = new HashSet<>();
  private final @Nullable EventCursor start;
  private Window reading;
  private Optional<Window> gained;
  private @Nullable PagePlace place;
  private @Nullable EventCursor reached;
  private boolean listsDays;
  private boolean over;

  /// @param window to read
  PageSequence(DueRound due, CalendarProvider provider, Access access, Window window) {
    this.due = due;
    this.provider = provider;
    this.access = access;
    this.owner = due.owner().as(access);
    this.reading = window;
    this.start = start(due, provider, window);
    this.gained = start == null ? Optional.empty() : gained(due, window);
  }

  /// Whether it begins without a cursor.
  boolean isFull() {
    return start == null;
  }

  boolean isOver() {
    return over;
  }

  /// Where the next round continues.
  ///
  /// @throws IllegalStateException before the end
  EventCursor cursor() {
    if (reached == null || !over) {
      throw new IllegalStateException("the round is not over");
    }
    return reached;
  }

  /// The next page. Its end is that of the round if no other page follows.
  ///
  /// @throws ProviderException if the call fails, or the provider names a page twice
  EventPage next() throws ProviderException {
    EventPage page = call();
    switch (page.end()) {
      case PageEnd.More more -> {
        if (!places.add(more.place())) {
          throw new ProviderException(new ProviderFault.Transient(FaultReason.ANSWER_UNEXPECTED));
        }
        place = more.place();
      }
      case PageEnd.End end -> ended(end.cursor());
    }
    return listsDays && page.coverage() == Coverage.FULL ? asChanges(page) : page;
  }

  private void ended(EventCursor cursor) {
    // Days are listed after the changes, so what changes between is reported again.
    reached = reached == null ? cursor : reached;
    place = null;
    over = gained.isEmpty();
  }

  private EventPage call() throws ProviderException {
    if (over) {
      throw new IllegalStateException("the round is over");
    }
    if (place != null) {
      return provider.more(access, due.ref(), reading, owner, place);
    }
    if (reached != null) {
      reading = gained.orElseThrow();
      gained = Optional.empty();
      listsDays = true;
      return provider.days(access, due.ref(), reading, owner);
    }
    return start == null
        ? provider.full(access, due.ref(), reading, owner)
        : provider.next(access, due.ref(), reading, owner, start);
  }

  /// Null for a full round: no cursor is stored, or it serves another window or query version.
  private static @Nullable EventCursor start(
      DueRound due, CalendarProvider provider, Window window) {
    EventCursor cursor = due.cursor();
    Integer version = due.queryVersion();
    Window before = due.window();
    if (cursor == null || before == null || version == null) {
      return null;
    }
    boolean serves =
        version == provider.queryVersion()
            && (window.equals(before)
                || (window.isLaterThan(before) && provider.serves(cursor, window)));
    return serves ? cursor : null;
  }

  private static Optional<Window> gained(DueRound due, Window window) {
    Window before = due.window();
    return before == null ? Optional.empty() : window.daysSince(before);
  }

  private static EventPage asChanges(EventPage page) {
    return new EventPage(
        Coverage.CHANGES,
        page.events(),
        page.removed(),
        page.wholeSeries(),
        page.unreadable(),
        page.unreadableCount(),
        page.calendar(),
        page.pollAfter(),
        page.end());
  }
}
