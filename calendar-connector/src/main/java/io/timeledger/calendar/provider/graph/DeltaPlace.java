package io.timeledger.calendar.provider.graph;

import io.timeledger.calendar.provider.EventPage.Coverage;
import io.timeledger.calendar.provider.PagePlace;
import io.timeledger.schemas.json.Json;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/// Where the next page of a round begins, with the series that the round has read so far: their
/// instances may follow on any page.
record DeltaPlace(String link, Coverage coverage, Map<String, EventTraits> series) {
  /// Bounds what a round keeps in memory. Series beyond are read again where they are needed.
  private static final int LONGEST = 32_768;

  DeltaPlace {
    series = Collections.unmodifiableMap(new TreeMap<>(series));
  }

  static DeltaPlace of(PagePlace place) {
    return Json.MAPPER.readValue(place.value(), DeltaPlace.class);
  }

  PagePlace place() {
    return new PagePlace(Json.MAPPER.writeValueAsString(new DeltaPlace(link, coverage, kept())));
  }

  private Map<String, EventTraits> kept() {
    Map<String, EventTraits> kept = new HashMap<>();
    int length = link.length();
    for (Map.Entry<String, EventTraits> one : series.entrySet()) {
      length += one.getKey().length() + Json.MAPPER.writeValueAsString(one.getValue()).length();
      if (length > LONGEST) {
        break;
      }
      kept.put(one.getKey(), one.getValue());
    }
    return kept;
  }
}
