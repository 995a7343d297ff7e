package io.timeledger.calendar.provider.ics;

import io.timeledger.calendar.provider.EventTime;
import io.timeledger.calendar.provider.SourceEvent;
import io.timeledger.calendar.provider.UnreadableItemException;
import io.timeledger.calendar.provider.Window;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// All events of one UID: a single event or a series, and the instances that override it.
final class IcsSeries {
  /// Upper bound of the time before the window in which an instance may begin and still reach into
  /// it.
  private static final Duration LONGEST = Duration.ofDays(400);

  private final String ref;
  private final @Nullable String uid;
  private final @Nullable IcsEvent master;
  private final Map<String, IcsEvent> overrides = new HashMap<>();
  private final NavigableMap<LocalDateTime, IcsEvent> futures = new TreeMap<>();

  /// @param ref the UID, or the id of an event without one
  /// @param uid null when the file gives none
  /// @param master null when the file has only instances, as in invitations to one instance of a
  ///     series
  IcsSeries(String ref, @Nullable String uid, @Nullable IcsEvent master, List<IcsEvent> instances) {
    this.ref = ref;
    this.uid = uid;
    this.master = master;
    for (IcsEvent instance : instances) {
      overrides.merge(key(instance), instance, IcsSeries::newer);
    }
    if (master != null) {
      for (IcsEvent instance : overrides.values()) {
        IcsMoment original = instance.recurrenceId();
        if (instance.thisAndFuture() && original != null) {
          futures.put(ExtraDates.local(original, master), instance);
        }
      }
    }
  }

  /// The event with the higher sequence; the later one if they are equal.
  static IcsEvent newer(IcsEvent one, IcsEvent other) {
    return other.sequence() >= one.sequence() ? other : one;
  }

  /// The events that overlap the window.
  ///
  /// @throws UnreadableItemException if the series cannot be read
  List<SourceEvent> in(Window window, IcsZones zones, RecurrenceBudget budget) {
    List<SourceEvent> events = new ArrayList<>();
    if (master != null && master.isSeries()) {
      addInstances(master, window, zones, budget, events);
    } else if (master != null) {
      addTouching(single(master), window, events);
    }
    overrides.forEach(
        (key, instance) ->
            addTouching(
                instance(instance, key, instance.timeAt(instance.start().local())),
                window,
                events));
    return events;
  }

  private void addInstances(
      IcsEvent series,
      Window window,
      IcsZones zones,
      RecurrenceBudget budget,
      List<SourceEvent> events) {
    ExtraDates extra = ExtraDates.of(series, zones);
    for (LocalDateTime original : originals(series, extra, window, zones, budget)) {
      String key = series.start().at(original).key();
      if (!overrides.containsKey(key)) {
        addTouching(inherited(series, original, key, extra.added().get(original)), window, events);
      }
      if (events.size() > RecurrenceBudget.SERIES) {
        throw new UnreadableItemException("recurrence_too_dense");
      }
    }
  }

  // Original local starts of the instances near the window.
  private NavigableSet<LocalDateTime> originals(
      IcsEvent series, ExtraDates extra, Window window, IcsZones zones, RecurrenceBudget budget) {
    Duration reach = reach(series);
    LocalDateTime start = series.start().local();
    // Local times in two zones differ by little more than a day; two days leave a margin.
    LocalDateTime from = window.from().atStartOfDay().minusDays(2).minus(reach);
    LocalDateTime to = window.toExclusive().atStartOfDay().plusDays(2).plus(reach);
    NavigableSet<LocalDateTime> originals = new TreeSet<>(extra.added().keySet());
    originals.add(start);
    for (ContentLine rule : series.component().lines("RRULE")) {
      originals.addAll(
          Recurrence.parse(rule, series.start(), zones).between(start, from, to, budget));
    }
    for (ContentLine rule : series.component().lines("EXRULE")) {
      originals.removeAll(
          Recurrence.parse(rule, series.start(), zones).between(start, from, to, budget));
    }
    originals.removeIf(
        original -> extra.removes(original) || original.isBefore(from) || original.isAfter(to));
    return originals;
  }

  // How far an instance may be moved from its original start, plus its length.
  private Duration reach(IcsEvent series) {
    Duration reach = length(series);
    for (Map.Entry<LocalDateTime, IcsEvent> future : futures.entrySet()) {
      Duration moved = Duration.between(future.getKey(), local(future.getValue())).abs();
      Duration all = moved.plus(length(future.getValue()));
      reach = all.compareTo(reach) > 0 ? all : reach;
    }
    return reach.compareTo(LONGEST) > 0 ? LONGEST : reach;
  }

  private SourceEvent inherited(
      IcsEvent series, LocalDateTime original, String key, @Nullable IcsSpan length) {
    Map.Entry<LocalDateTime, IcsEvent> future = futures.floorEntry(original);
    if (future == null) {
      EventTime time = series.timeAt(original, length == null ? series.span() : length);
      return instance(series, key, time);
    }
    IcsEvent changed = future.getValue();
    Duration moved = Duration.between(future.getKey(), changed.start().local());
    return instance(changed, key, changed.timeAt(original.plus(moved)));
  }

  private SourceEvent instance(IcsEvent event, String key, EventTime time) {
    String title = master == null ? null : master.facts().title();
    return event.facts().event(ref + "/" + key, uid, ref, key, time, title);
  }

  private SourceEvent single(IcsEvent event) {
    return event.facts().event(ref, uid, null, null, event.timeAt(event.start().local()), null);
  }

  // When the series schedules the instance, as a date or time like the start of the series: some
  // programs write dates for times and vice versa.
  private String key(IcsEvent instance) {
    IcsMoment original = instance.recurrenceId();
    if (original == null) {
      throw new UnreadableItemException("recurrence_id_missing");
    }
    if (master == null) {
      return original.key();
    }
    LocalDateTime local =
        original instanceof IcsMoment.Day day && master.start() instanceof IcsMoment.Wall start
            ? day.date().atTime(start.local().toLocalTime())
            : ExtraDates.local(original, master);
    return master.start().at(local).key();
  }

  private LocalDateTime local(IcsEvent instance) {
    return master == null ? instance.start().local() : ExtraDates.local(instance.start(), master);
  }

  private static Duration length(IcsEvent event) {
    return event.span() == null ? Duration.ofDays(1) : event.span().length();
  }

  private static void addTouching(SourceEvent event, Window window, List<SourceEvent> events) {
    if (window.touches(event.time())) {
      events.add(event);
    }
  }
}
