package io.timeledger.calendar.provider.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Answers lookups from what a test knows, and remembers them.
final class KnownEvents implements EventLookup {
  final List<String> asked = new ArrayList<>();
  private final Map<String, JsonNode> events = new HashMap<>();
  private final Map<String, List<JsonNode>> instances = new HashMap<>();

  KnownEvents with(JsonNode event) {
    events.put(event.path("id").stringValue(), event);
    return this;
  }

  KnownEvents withInstances(String series, JsonNode... all) {
    instances.put(series, List.of(all));
    return this;
  }

  @Override
  public Optional<JsonNode> find(String ref) {
    asked.add(ref);
    return Optional.ofNullable(events.get(ref));
  }

  @Override
  public Optional<List<JsonNode>> instances(String seriesRef) {
    asked.add(seriesRef + "/instances");
    return Optional.ofNullable(instances.get(seriesRef));
  }
}
