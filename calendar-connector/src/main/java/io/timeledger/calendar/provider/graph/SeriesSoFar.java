package io.timeledger.calendar.provider.graph;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// What the pages of a round have said about series.
///
/// @param traits of the series, by id
/// @param lone series that were reported, but none of their instances yet
record SeriesSoFar(Map<String, EventTraits> traits, Set<String> lone) {
  static final SeriesSoFar NONE = new SeriesSoFar(Map.of(), Set.of());

  // Sorted, so that equal values have equal texts.
  SeriesSoFar {
    traits = Collections.unmodifiableMap(new TreeMap<>(traits));
    lone = Collections.unmodifiableSet(new TreeSet<>(lone));
  }
}
