package io.timeledger.calendar.provider.graph;

import io.timeledger.calendar.provider.ProviderException;
import io.timeledger.calendar.provider.UnreadableItemException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Asks for single events of the calendar.
interface EventLookup {
  /// @param deadline of the call as a whole
  /// @return empty if the calendar does not have the event, or hides it
  /// @throws UnreadableItemException if there is no answer for this id
  Optional<JsonNode> find(String ref, Duration deadline) throws ProviderException;

  /// All instances of a series in the window; empty if the response does not have them all.
  ///
  /// @param deadline of the call as a whole
  Optional<List<JsonNode>> instances(String seriesRef, Duration deadline) throws ProviderException;
}
