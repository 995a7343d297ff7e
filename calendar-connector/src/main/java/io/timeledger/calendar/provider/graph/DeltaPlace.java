package io.timeledger.calendar.provider.graph;

import io.timeledger.calendar.provider.EventPage.Coverage;
import io.timeledger.calendar.provider.PagePlace;
import io.timeledger.schemas.json.Json;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Where the next page of a round begins, with what the round has read of series so far: their
/// instances may follow on any page.
record DeltaPlace(String link, Coverage coverage, SeriesSoFar series) {
  /// Bounds what a round keeps in memory. Series beyond are read again where they are needed.
  private static final int LONGEST = 32_768;

  static DeltaPlace of(PagePlace place) {
    return Json.MAPPER.readValue(place.value(), DeltaPlace.class);
  }

  PagePlace place() {
    return new PagePlace(Json.MAPPER.writeValueAsString(new DeltaPlace(link, coverage, kept())));
  }

  private SeriesSoFar kept() {
    int left = LONGEST - link.length();
    Set<String> lone = new HashSet<>();
    for (String ref : series.lone()) {
      left -= ref.length();
      if (left >= 0) {
        lone.add(ref);
      }
    }
    Map<String, EventTraits> traits = new HashMap<>();
    for (Map.Entry<String, EventTraits> one : series.traits().entrySet()) {
      left -= one.getKey().length() + Json.MAPPER.writeValueAsString(one.getValue()).length();
      if (left >= 0) {
        traits.put(one.getKey(), one.getValue());
      }
    }
    return new SeriesSoFar(traits, lone);
  }
}
