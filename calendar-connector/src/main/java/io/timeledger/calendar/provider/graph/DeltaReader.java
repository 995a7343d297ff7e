package io.timeledger.calendar.provider.graph;

import io.timeledger.calendar.provider.CalendarOwner;
import io.timeledger.calendar.provider.EventCursor;
import io.timeledger.calendar.provider.EventPage;
import io.timeledger.calendar.provider.EventPage.Coverage;
import io.timeledger.calendar.provider.EventTime;
import io.timeledger.calendar.provider.PageEnd;
import io.timeledger.calendar.provider.ProviderException;
import io.timeledger.calendar.provider.Window;
import io.timeledger.calendar.provider.graph.DeltaItem.Complete;
import io.timeledger.calendar.provider.graph.DeltaItem.Incomplete;
import io.timeledger.calendar.provider.graph.DeltaItem.Removed;
import io.timeledger.calendar.provider.graph.DeltaItem.Series;
import io.timeledger.calendar.provider.graph.DeltaItem.Stub;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads one delta response, and asks for what it leaves out: the series of stubs, and whether a
/// removed event still exists. Not thread-safe.
final class DeltaReader {
  private final Coverage coverage;
  private final Window window;
  private final CalendarOwner owner;
  private final BoundedLookup lookup;
  private final PageFindings findings = new PageFindings();
  private final SeriesTraits series;
  private final Set<String> withInstances = new HashSet<>();

  /// @param known series that earlier pages of the round had
  DeltaReader(
      Coverage coverage,
      Window window,
      CalendarOwner owner,
      EventLookup lookup,
      Map<String, EventTraits> known) {
    this.coverage = coverage;
    this.window = window;
    this.owner = owner;
    this.lookup = new BoundedLookup(lookup);
    this.series = new SeriesTraits(owner, this.lookup, findings, known);
  }

  EventPage read(DeltaPage page) throws ProviderException {
    Map<String, DeltaItem> items = items(page);
    items.values().forEach(this::announce);
    for (DeltaItem item : items.values()) {
      try {
        add(item);
      } catch (GraphItemException e) {
        findings.unreadable(item.ref(), e);
      }
    }
    return findings.page(coverage, end(page));
  }

  // An item may come twice; the last one is the newest.
  private Map<String, DeltaItem> items(DeltaPage page) {
    Map<String, DeltaItem> items = new LinkedHashMap<>();
    for (JsonNode json : page.items()) {
      try {
        DeltaItem item = DeltaItem.of(json);
        items.put(item.ref(), item);
      } catch (GraphItemException e) {
        findings.unreadable(refOf(json), e);
      }
    }
    return items;
  }

  // Before the rest, because a stub may come before its series.
  private void announce(DeltaItem item) {
    switch (item) {
      case Series one -> series.met(one.ref(), one.json());
      case Stub stub -> withInstances.add(stub.seriesRef());
      case Complete event when event.seriesRef() != null -> withInstances.add(event.seriesRef());
      case Complete _, Incomplete _, Removed _ -> {}
    }
  }

  private void add(DeltaItem item) throws ProviderException {
    switch (item) {
      case Series one -> addInstances(one.ref());
      case Removed gone -> remove(gone.ref());
      case Stub stub -> {
        Optional<EventTraits> traits = series.of(stub.seriesRef());
        if (traits.isPresent()) {
          add(stub.ref(), stub.seriesRef(), traits.get(), stub.json());
        }
      }
      case Complete event ->
          add(event.ref(), event.seriesRef(), EventTraits.of(event.json(), owner), event.json());
      case Incomplete event -> {
        Optional<JsonNode> found = lookup.find(event.ref());
        if (found.isEmpty()) {
          throw new GraphItemException("event_missing");
        }
        addFound(event.ref(), found.get());
      }
    }
  }

  private void addFound(String ref, JsonNode json) throws ProviderException {
    if ("seriesMaster".equals(GraphFields.text(json, "type"))) {
      series.met(ref, json);
      addInstances(ref);
    } else {
      add(ref, GraphFields.idOrNull(json, "seriesMasterId"), EventTraits.of(json, owner), json);
    }
  }

  /// Sees to it that the round has all instances of a series that it reports. Graph usually sends
  /// the series with all of them, also when one was deleted. Of a series without any, they are
  /// asked for: perhaps none is left in the window.
  private void addInstances(String seriesRef) throws ProviderException {
    if (coverage == Coverage.FULL) {
      return;
    }
    if (withInstances.contains(seriesRef)) {
      findings.wholeSeries(seriesRef);
      return;
    }
    Optional<List<JsonNode>> instances = lookup.instances(seriesRef);
    for (JsonNode instance : instances.orElse(List.of())) {
      addInstance(seriesRef, instance);
    }
    if (instances.isPresent()) {
      findings.wholeSeries(seriesRef);
    }
  }

  private void addInstance(String seriesRef, JsonNode json) {
    try {
      add(GraphFields.id(json, "id"), seriesRef, EventTraits.of(json, owner), json);
    } catch (GraphItemException e) {
      findings.unreadable(refOf(json), e);
    }
  }

  private void add(String ref, @Nullable String seriesRef, EventTraits traits, JsonNode json) {
    EventTime time = GraphTime.of(json, traits.allDay(), traits.zoneName(), owner);
    String original =
        seriesRef == null
            ? null
            : GraphTime.originalStart(
                GraphFields.text(json, "originalStart"), time, traits.zoneName(), owner);
    if (coverage == Coverage.CHANGES || window.touches(time)) {
      findings.event(traits.event(ref, seriesRef, original, time));
    }
  }

  // Without a question left, it counts as deleted. In a full round that makes no difference.
  private void remove(String ref) throws ProviderException {
    Optional<JsonNode> found =
        coverage == Coverage.FULL || lookup.isSpent() ? Optional.empty() : lookup.find(ref);
    if (found.isPresent()) {
      addFound(ref, found.get());
    } else {
      // An event or a series: the response does not tell.
      findings.removed(ref);
    }
  }

  private PageEnd end(DeltaPage page) {
    return page.last()
        ? new PageEnd.End(new EventCursor(page.link()))
        : new PageEnd.More(new DeltaPlace(page.link(), coverage, series.known()).place());
  }

  private static @Nullable String refOf(JsonNode json) {
    try {
      return GraphFields.idOrNull(json, "id");
    } catch (GraphItemException e) {
      return null;
    }
  }
}
