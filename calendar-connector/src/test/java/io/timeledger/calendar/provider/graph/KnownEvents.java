package io.timeledger.calendar.provider.graph;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Answers lookups from what a test knows, and remembers them.
final class KnownEvents implements EventLookup {
  final List<String> asked = new ArrayList<>();
  final List<Duration> deadlines = new ArrayList<>();
  private Instant now = Instant.EPOCH;
  private boolean none;
  private Duration each = Duration.ZERO;
  private final Map<String, JsonNode> events = new HashMap<>();
  private final Map<String, List<JsonNode>> instances = new HashMap<>();

  /// How long each lookup takes; no time if that is not said.
  void takes(Duration time) {
    each = time;
  }

  BoundedLookup bounded() {
    return new BoundedLookup(this, () -> now);
  }

  KnownEvents with(JsonNode event) {
    events.put(event.path("id").stringValue(), event);
    return this;
  }

  KnownEvents withInstances(String series, JsonNode... all) {
    instances.put(series, List.of(all));
    return this;
  }

  /// No series has instances.
  KnownEvents withNoInstances() {
    none = true;
    return this;
  }

  @Override
  public Optional<JsonNode> find(String ref, Duration deadline) {
    ask(ref, deadline);
    return Optional.ofNullable(events.get(ref));
  }

  @Override
  public Optional<List<JsonNode>> instances(String seriesRef, Duration deadline) {
    ask(seriesRef + "/instances", deadline);
    return Optional.ofNullable(instances.get(seriesRef))
        .or(() -> none ? Optional.of(List.of()) : Optional.empty());
  }

  private void ask(String what, Duration deadline) {
    asked.add(what);
    deadlines.add(deadline);
    now = now.plus(each);
  }
}
