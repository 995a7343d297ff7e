package io.timeledger.calendar.provider.graph;

import io.timeledger.calendar.provider.CalendarOwner;
import io.timeledger.calendar.provider.ProviderException;
import io.timeledger.calendar.provider.UnreadableItemException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// The traits of series that a round has met, each read once. Not thread-safe.
final class SeriesTraits {
  private final CalendarOwner owner;
  private final BoundedLookup lookup;
  private final PageFindings findings;
  // Empty for a series that cannot be read.
  private final Map<String, Optional<EventTraits>> series = new HashMap<>();

  /// @param known series that earlier pages of the round had
  SeriesTraits(
      CalendarOwner owner,
      BoundedLookup lookup,
      PageFindings findings,
      Map<String, EventTraits> known) {
    this.owner = owner;
    this.lookup = lookup;
    this.findings = findings;
    known.forEach((ref, traits) -> series.put(ref, Optional.of(traits)));
  }

  /// Records a series that a page reports.
  void met(String ref, JsonNode json) {
    try {
      series.put(ref, Optional.of(EventTraits.of(json, owner)));
    } catch (UnreadableItemException e) {
      series.put(ref, Optional.empty());
      findings.unreadable(ref, e);
    }
  }

  /// The traits of the series, asked for if no page had them; empty if they cannot be read.
  Optional<EventTraits> of(String ref) throws ProviderException {
    Optional<EventTraits> known = series.get(ref);
    if (known == null) {
      known = asked(ref);
      series.put(ref, known);
    }
    return known;
  }

  /// The series that could be read.
  Map<String, EventTraits> known() {
    Map<String, EventTraits> known = new HashMap<>();
    series.forEach((ref, traits) -> traits.ifPresent(one -> known.put(ref, one)));
    return known;
  }

  private Optional<EventTraits> asked(String ref) throws ProviderException {
    try {
      Optional<JsonNode> found = lookup.find(ref);
      if (found.isEmpty()) {
        throw new UnreadableItemException("series_missing");
      }
      return Optional.of(EventTraits.of(found.get(), owner));
    } catch (UnreadableItemException e) {
      findings.unreadable(ref, e);
      return Optional.empty();
    }
  }
}
