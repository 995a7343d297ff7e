package io.timeledger.twin.google;

import io.timeledger.twin.state.Exceptional;
import io.timeledger.twin.state.Meeting;
import io.timeledger.twin.state.Occurrence;
import io.timeledger.twin.state.Occurrences;
import io.timeledger.twin.state.Span;
import io.timeledger.twin.state.TwinCalendar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Lists a calendar as it stood at a revision, or what changed since another one.
record ListedEvents(TwinCalendar calendar, boolean singleEvents, Span span) {

  List<ListedEvent> all(long at, boolean showDeleted) {
    List<ListedEvent> rows = new ArrayList<>();
    for (String id : calendar.ids()) {
      calendar.find(id, at).ifPresent(meeting -> rows.addAll(of(meeting, false).values()));
      if (showDeleted) {
        rows.addAll(gone(id, at));
      }
    }
    return rows;
  }

  /// Single events come whatever their time: whether Google keeps to the first list's window is
  /// not documented, so a reader must not rely on it. Series are expanded within the window.
  List<ListedEvent> changes(long since, long at) {
    List<ListedEvent> rows = new ArrayList<>();
    for (String id : calendar.changedSince(since)) {
      Map<String, ListedEvent> before =
          calendar.find(id, since).map(meeting -> of(meeting, true)).orElse(Map.of());
      Map<String, ListedEvent> after =
          calendar.find(id, at).map(meeting -> of(meeting, true)).orElse(Map.of());
      after.values().stream()
          .filter(row -> !before.containsKey(row.id()) || row.differsFrom(before.get(row.id())))
          .forEach(rows::add);
      before.values().stream()
          .filter(row -> !after.containsKey(row.id()))
          .map(ListedEvents::cancelled)
          .forEach(rows::add);
    }
    return rows;
  }

  private Map<String, ListedEvent> of(Meeting meeting, boolean wholeTime) {
    LinkedHashMap<String, ListedEvent> rows = new LinkedHashMap<>();
    if (!singleEvents && meeting.repeats()) {
      rows.put(meeting.id(), new ListedEvent.Master(meeting));
      exceptions(meeting).forEach(row -> rows.put(row.id(), row));
    } else {
      Span when = wholeTime && !meeting.repeats() ? Span.ALWAYS : span;
      Occurrences.of(meeting, when).stream()
          .map(ListedEvent.Instance::new)
          .forEach(row -> rows.put(row.id(), row));
    }
    return rows;
  }

  private static List<ListedEvent> exceptions(Meeting meeting) {
    List<ListedEvent> rows = new ArrayList<>();
    Meeting planned = meeting.withoutExceptions();
    meeting
        .exceptions()
        .forEach(
            (start, exceptional) -> {
              switch (exceptional) {
                case Exceptional.Changed _ ->
                    Occurrences.find(meeting, start)
                        .map(ListedEvent.Instance::new)
                        .ifPresent(rows::add);
                case Exceptional.Cancelled _ ->
                    Occurrences.find(planned, start)
                        .map(ListedEvents::cancelled)
                        .ifPresent(rows::add);
              }
            });
    return rows;
  }

  private List<ListedEvent> gone(String id, long at) {
    List<ListedEvent> rows = new ArrayList<>();
    calendar
        .findDeleted(id, at)
        .ifPresent(meeting -> of(meeting, false).values().forEach(row -> rows.add(cancelled(row))));
    if (singleEvents) {
      calendar.find(id, at).map(ListedEvents::exceptions).orElse(List.of()).stream()
          .filter(ListedEvent.Gone.class::isInstance)
          .forEach(rows::add);
    }
    return rows;
  }

  private static ListedEvent cancelled(ListedEvent row) {
    return switch (row) {
      case ListedEvent.Instance instance -> cancelled(instance.occurrence());
      case ListedEvent.Master master -> new ListedEvent.Gone(master.id(), Optional.empty());
      case ListedEvent.Gone gone -> gone;
    };
  }

  private static ListedEvent cancelled(Occurrence occurrence) {
    return new ListedEvent.Gone(
        InstanceId.of(occurrence),
        occurrence.originalStart().isPresent() ? Optional.of(occurrence) : Optional.empty());
  }
}
