package io.timeledger.twin.graph;

import io.timeledger.twin.state.Meeting;
import io.timeledger.twin.state.Occurrence;
import io.timeledger.twin.state.Occurrences;
import io.timeledger.twin.state.Span;
import io.timeledger.twin.state.TwinCalendar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Lists a calendar's window as it stood at a revision, or what changed in it since another one.
record TrackedItems(TwinCalendar calendar, Span window) {

  List<TrackedItem> all(long at) {
    List<TrackedItem> items = new ArrayList<>();
    calendar.meetings(at).forEach(meeting -> items.addAll(of(meeting)));
    return items;
  }

  /// A series of which anything changed comes again as a whole; one that lost an instance just
  /// comes without it. What changed outside the window is removed, whether it ever was inside.
  List<TrackedItem> changes(long since, long at) {
    List<TrackedItem> items = new ArrayList<>();
    for (String id : calendar.changedSince(since)) {
      Optional<Meeting> before = calendar.find(id, since);
      Optional<Meeting> after = calendar.find(id, at);
      if (before.equals(after)) {
        continue;
      }
      List<TrackedItem> seen = after.map(this::of).orElse(List.of());
      if (!seen.isEmpty()) {
        items.addAll(seen);
      } else {
        after.or(() -> before).ifPresent(meeting -> items.addAll(removed(meeting, before)));
      }
    }
    return items;
  }

  private List<TrackedItem> of(Meeting meeting) {
    List<TrackedItem> items = new ArrayList<>();
    List<Occurrence> occurrences = Occurrences.of(meeting, window);
    if (meeting.repeats() && !occurrences.isEmpty()) {
      items.add(new TrackedItem.Master(meeting));
    }
    occurrences.forEach(occurrence -> items.add(of(occurrence)));
    return items;
  }

  private static TrackedItem of(Occurrence occurrence) {
    return occurrence.originalStart().isEmpty() || occurrence.exception()
        ? new TrackedItem.Whole(occurrence)
        : new TrackedItem.Stub(occurrence);
  }

  private List<TrackedItem> removed(Meeting meeting, Optional<Meeting> before) {
    List<TrackedItem> items = new ArrayList<>();
    items.add(new TrackedItem.RemovedMeeting(meeting));
    before.filter(Meeting::repeats).stream()
        .flatMap(series -> Occurrences.of(series, window).stream())
        .map(TrackedItem.RemovedInstance::new)
        .forEach(items::add);
    return items;
  }
}
