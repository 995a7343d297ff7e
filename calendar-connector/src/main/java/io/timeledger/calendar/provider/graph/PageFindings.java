package io.timeledger.calendar.provider.graph;

import io.timeledger.calendar.provider.EventPage;
import io.timeledger.calendar.provider.EventPage.Coverage;
import io.timeledger.calendar.provider.PageEnd;
import io.timeledger.calendar.provider.SourceEvent;
import io.timeledger.calendar.provider.UnreadableItem;
import io.timeledger.calendar.provider.UnreadableItemException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Collects the content of a page. Not thread-safe.
final class PageFindings {
  private final Map<String, SourceEvent> events = new LinkedHashMap<>();
  private final List<String> removed = new ArrayList<>();
  private final Set<String> wholeSeries = new HashSet<>();
  private final List<UnreadableItem> unreadable = new ArrayList<>();
  private int unreadableCount;

  void event(SourceEvent event) {
    events.put(event.eventRef(), event);
  }

  void removed(String ref) {
    removed.add(ref);
  }

  void wholeSeries(String ref) {
    wholeSeries.add(ref);
  }

  void unreadable(@Nullable String ref, UnreadableItemException e) {
    unreadableCount++;
    if (unreadable.size() < EventPage.MOST_UNREADABLE) {
      unreadable.add(new UnreadableItem(ref, e.code()));
    }
  }

  EventPage page(Coverage coverage, PageEnd end) {
    return new EventPage(
        coverage,
        List.copyOf(events.values()),
        removed,
        coverage == Coverage.FULL ? Set.of() : wholeSeries,
        unreadable,
        unreadableCount,
        null,
        null,
        end);
  }
}
