package io.timeledger.calendar.provider.graph;

import io.timeledger.calendar.provider.CalendarOwner;
import io.timeledger.calendar.provider.EventCursor;
import io.timeledger.calendar.provider.EventPage;
import io.timeledger.calendar.provider.EventPage.Coverage;
import io.timeledger.calendar.provider.PageEnd;
import io.timeledger.calendar.provider.ProviderException;
import io.timeledger.calendar.provider.SourceEvent;
import io.timeledger.calendar.provider.UnreadableItemException;
import io.timeledger.calendar.provider.Window;
import io.timeledger.calendar.provider.graph.DeltaItem.Complete;
import io.timeledger.calendar.provider.graph.DeltaItem.Incomplete;
import io.timeledger.calendar.provider.graph.DeltaItem.Removed;
import io.timeledger.calendar.provider.graph.DeltaItem.Series;
import io.timeledger.calendar.provider.graph.DeltaItem.Stub;
import io.timeledger.calendar.provider.rest.JsonFields;
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
  private final GraphEventReader reader;
  private final BoundedLookup lookup;
  private final PageFindings findings = new PageFindings();
  private final SeriesTraits series;
  private final Set<String> lone;
  private final Set<String> withInstances = new HashSet<>();

  /// @param before what earlier pages of the round have said
  DeltaReader(
      Coverage coverage,
      Window window,
      CalendarOwner owner,
      BoundedLookup lookup,
      SeriesSoFar before) {
    this.coverage = coverage;
    this.window = window;
    this.reader = new GraphEventReader(owner);
    this.lookup = lookup;
    this.series = new SeriesTraits(owner, this.lookup, findings, before.traits());
    this.lone = new HashSet<>(before.lone());
  }

  EventPage read(DeltaPage page) throws ProviderException {
    Map<String, DeltaItem> items = items(page);
    items.values().forEach(this::announce);
    for (DeltaItem item : items.values()) {
      try {
        add(item);
      } catch (UnreadableItemException e) {
        findings.unreadable(item.ref(), e);
      }
    }
    settle(page.last());
    return findings.page(coverage, end(page));
  }

  // An item may come twice; the last one is the newest.
  private Map<String, DeltaItem> items(DeltaPage page) {
    Map<String, DeltaItem> items = new LinkedHashMap<>();
    for (JsonNode json : page.items()) {
      try {
        DeltaItem item = DeltaItem.of(json);
        items.put(item.ref(), item);
      } catch (UnreadableItemException e) {
        findings.unreadable(refOf(json), e);
      }
    }
    return items;
  }

  // Before the rest, because a stub may come before its series.
  private void announce(DeltaItem item) {
    switch (item) {
      case Series one -> met(one.ref(), one.json());
      case Stub stub -> withInstances.add(stub.seriesRef());
      case Complete event when event.seriesRef() != null -> withInstances.add(event.seriesRef());
      case Complete _, Incomplete _, Removed _ -> {}
    }
  }

  private void met(String ref, JsonNode json) {
    series.met(ref, json);
    lone.add(ref);
  }

  private void add(DeltaItem item) throws ProviderException {
    switch (item) {
      case Series _ -> {}
      case Removed gone -> remove(gone.ref());
      case Stub stub -> {
        Optional<EventTraits> traits = series.of(stub.seriesRef());
        if (traits.isPresent()) {
          add(reader.instance(stub.ref(), stub.seriesRef(), traits.get(), stub.json()));
        }
      }
      case Complete event -> add(reader.event(event.ref(), event.seriesRef(), event.json()));
      case Incomplete event -> {
        Optional<JsonNode> found = lookup.find(event.ref());
        if (found.isEmpty()) {
          throw new UnreadableItemException("event_missing");
        }
        addFound(event.ref(), found.get());
      }
    }
  }

  private void addFound(String ref, JsonNode json) {
    if ("seriesMaster".equals(JsonFields.text(json, "type"))) {
      met(ref, json);
    } else {
      add(reader.event(ref, JsonFields.idOrNull(json, "seriesMasterId"), json));
    }
  }

  private void add(SourceEvent event) {
    if (coverage == Coverage.CHANGES || window.touches(event.time())) {
      findings.event(event);
    }
  }

  // When no lookups are left, the event counts as deleted. In a full round that changes nothing,
  // for the sweep deletes it anyway.
  private void remove(String ref) throws ProviderException {
    Optional<JsonNode> found =
        coverage == Coverage.FULL || lookup.isSpent() ? Optional.empty() : lookup.find(ref);
    if (found.isPresent()) {
      addFound(ref, found.get());
    } else {
      // The reference may be that of an event or of a series.
      findings.removed(ref);
    }
  }

  /// Finds the series whose instances are all in the round. Graph reports a series with all its
  /// instances, also when one was deleted. If a series came without instances, they are asked for:
  /// perhaps none is left in the window.
  private void settle(boolean last) throws ProviderException {
    for (String ref : Set.copyOf(lone)) {
      if (withInstances.contains(ref) || (last && coverage == Coverage.CHANGES && ask(ref))) {
        findings.wholeSeries(ref);
        lone.remove(ref);
      }
    }
  }

  /// @return whether the round has all instances of the series now
  private boolean ask(String seriesRef) throws ProviderException {
    try {
      Optional<List<JsonNode>> instances = lookup.instances(seriesRef);
      instances.orElse(List.of()).forEach(instance -> addInstance(seriesRef, instance));
      return instances.isPresent();
    } catch (UnreadableItemException e) {
      findings.unreadable(seriesRef, e);
      return false;
    }
  }

  private void addInstance(String seriesRef, JsonNode json) {
    try {
      add(reader.event(JsonFields.id(json, "id"), seriesRef, json));
    } catch (UnreadableItemException e) {
      findings.unreadable(refOf(json), e);
    }
  }

  private PageEnd end(DeltaPage page) throws ProviderException {
    if (page.last()) {
      return new PageEnd.End(new EventCursor(page.link()));
    }
    SeriesSoFar soFar = new SeriesSoFar(series.known(), lone);
    return new PageEnd.More(new DeltaPlace(page.link(), coverage, soFar).place());
  }

  private static @Nullable String refOf(JsonNode json) {
    try {
      return JsonFields.idOrNull(json, "id");
    } catch (UnreadableItemException e) {
      return null;
    }
  }
}
