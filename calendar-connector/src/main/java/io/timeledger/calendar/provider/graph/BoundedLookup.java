package io.timeledger.calendar.provider.graph;

import io.timeledger.calendar.provider.ProviderException;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Bounds the number of lookups for one page: the lane's lease must outlive the page.
final class BoundedLookup implements EventLookup {
  static final int MOST = 200;

  private final EventLookup lookup;
  private int used;

  BoundedLookup(EventLookup lookup) {
    this.lookup = lookup;
  }

  boolean isSpent() {
    return used >= MOST;
  }

  @Override
  public Optional<JsonNode> find(String ref) throws ProviderException {
    spend();
    return lookup.find(ref);
  }

  @Override
  public Optional<List<JsonNode>> instances(String seriesRef) throws ProviderException {
    spend();
    return lookup.instances(seriesRef);
  }

  private void spend() {
    if (isSpent()) {
      throw new GraphItemException("too_many_lookups");
    }
    used++;
  }
}
