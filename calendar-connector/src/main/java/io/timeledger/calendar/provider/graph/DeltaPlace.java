package io.timeledger.calendar.provider.graph;

import io.timeledger.calendar.provider.EventPage.Coverage;
import io.timeledger.calendar.provider.FaultReason;
import io.timeledger.calendar.provider.PagePlace;
import io.timeledger.calendar.provider.ProviderException;
import io.timeledger.calendar.provider.ProviderFault;
import io.timeledger.schemas.json.Json;
import java.util.HashMap;
import java.util.Map;

/// Where the next page of a round begins, with what the round has read of series so far: their
/// instances may follow on any page.
record DeltaPlace(String link, Coverage coverage, SeriesSoFar series) {
  /// Bounds the traits that a round keeps in memory. Those beyond are read again where they are
  /// needed.
  private static final int LONGEST = 32_768;

  private static final int MOST_LONE = 10_000;

  static DeltaPlace of(PagePlace place) {
    return Json.MAPPER.readValue(place.value(), DeltaPlace.class);
  }

  /// @throws ProviderException if more series are without instances than a calendar may have:
  ///     none of them can be left out, for their deleted instances would stay
  PagePlace place() throws ProviderException {
    if (series.lone().size() > MOST_LONE) {
      throw new ProviderException(new ProviderFault.Permanent(FaultReason.TOO_MANY_EVENTS));
    }
    return new PagePlace(Json.MAPPER.writeValueAsString(new DeltaPlace(link, coverage, kept())));
  }

  private SeriesSoFar kept() {
    int left = LONGEST - link.length();
    Map<String, EventTraits> traits = new HashMap<>();
    for (Map.Entry<String, EventTraits> one : series.traits().entrySet()) {
      left -= one.getKey().length() + Json.MAPPER.writeValueAsString(one.getValue()).length();
      if (left >= 0) {
        traits.put(one.getKey(), one.getValue());
      }
    }
    return new SeriesSoFar(traits, series.lone());
  }
}
