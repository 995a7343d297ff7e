package io.timeledger.calendar.provider.ics;

import io.timeledger.calendar.provider.CalendarOwner;
import io.timeledger.calendar.provider.EventPage;
import io.timeledger.calendar.provider.ProviderException;
import io.timeledger.calendar.provider.SourceEvent;
import io.timeledger.calendar.provider.UnreadableItem;
import io.timeledger.calendar.provider.UnreadableItemException;
import io.timeledger.calendar.provider.Window;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Parses a file and expands its events within a window. Skips and counts events that it cannot
/// read.
///
/// Parses one file; not thread-safe.
final class IcsParser {
  private static final int LONGEST_NAME = 200;

  private final Window window;
  private final CalendarOwner owner;
  private final RecurrenceBudget budget = new RecurrenceBudget();
  private final List<SourceEvent> events = new ArrayList<>();
  private final List<UnreadableItem> unreadable = new ArrayList<>();
  private int unreadableCount;

  private IcsParser(Window window, CalendarOwner owner) {
    this.window = window;
    this.owner = owner;
  }

  /// @throws ProviderException if the text is not a calendar or exceeds the budget
  static IcsContent parse(String text, Window window, CalendarOwner owner)
      throws ProviderException {
    IcsFile file = IcsFile.read(text);
    try {
      return new IcsParser(window, owner).parse(file);
    } catch (RecurrenceBudget.ExhaustedException e) {
      throw e.asFault();
    }
  }

  private IcsContent parse(IcsFile file) {
    for (int i = 0; i < file.broken(); i++) {
      note(null, "frame_broken");
    }
    IcsZones zones =
        new IcsZones(owner.zone(), file.zones(), new ZoneTableBuilder(window.start(), budget));
    group(file, zones).forEach((ref, group) -> add(ref, group, zones));
    IcsComponent head = file.head();
    return new IcsContent(
        events,
        unreadable,
        unreadableCount,
        IcsText.shown(
            Optional.ofNullable(head.value("X-WR-CALNAME")).orElse(head.value("NAME")),
            LONGEST_NAME),
        IcsZones.find(head.value("X-WR-TIMEZONE")).orElse(null),
        pollAfter(head));
  }

  // Groups events by UID, in file order.
  private Map<String, Group> group(IcsFile file, IcsZones zones) {
    Map<String, Group> groups = new LinkedHashMap<>();
    for (IcsComponent component : file.events()) {
      String uid = IcsEvent.uid(component);
      try {
        IcsEvent event = IcsEvent.read(component, zones, owner);
        String ref = uid == null ? event.anonymousRef() : uid;
        groups.computeIfAbsent(ref, key -> new Group(uid)).add(event);
      } catch (UnreadableItemException e) {
        note(uid, e.code());
      }
    }
    return groups;
  }

  private void add(String ref, Group group, IcsZones zones) {
    for (int i = 0; i < group.duplicates; i++) {
      note(ref, "uid_repeated");
    }
    try {
      IcsSeries series = new IcsSeries(ref, group.uid, group.master, group.instances);
      for (SourceEvent event : series.in(window, zones, budget)) {
        budget.spendEvent();
        events.add(event);
      }
    } catch (UnreadableItemException e) {
      note(ref, e.code());
    }
  }

  private void note(@Nullable String ref, String error) {
    unreadableCount++;
    if (unreadable.size() < EventPage.MOST_UNREADABLE) {
      unreadable.add(new UnreadableItem(ref, error));
    }
  }

  private static @Nullable Duration pollAfter(IcsComponent head) {
    return Optional.ofNullable(head.value("REFRESH-INTERVAL"))
        .or(() -> Optional.ofNullable(head.value("X-PUBLISHED-TTL")))
        .flatMap(IcsSpan::parse)
        .map(IcsSpan::length)
        .filter(Duration::isPositive)
        .orElse(null);
  }

  /// The events of one UID.
  private static final class Group {
    private final @Nullable String uid;
    private @Nullable IcsEvent master;
    private final List<IcsEvent> instances = new ArrayList<>();
    private int duplicates;

    Group(@Nullable String uid) {
      this.uid = uid;
    }

    void add(IcsEvent event) {
      if (event.recurrenceId() != null && event.uid() != null) {
        instances.add(event);
      } else if (master == null) {
        master = event;
      } else {
        duplicates += master.sequence() == event.sequence() ? 1 : 0;
        master = IcsSeries.newer(master, event);
      }
    }
  }
}
