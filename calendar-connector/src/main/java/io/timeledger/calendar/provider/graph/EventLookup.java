package io.timeledger.calendar.provider.graph;

import io.timeledger.calendar.provider.ProviderException;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Asks for single events of the calendar.
interface EventLookup {
  /// @return empty if the calendar does not have the event, or hides it
  Optional<JsonNode> find(String ref) throws ProviderException;

  /// All instances of a series in the window; empty if the response does not have them all.
  Optional<List<JsonNode>> instances(String seriesRef) throws ProviderException;
}
