package io.timeledger.calendar.provider.graph;

import io.timeledger.calendar.provider.Access;
import io.timeledger.calendar.provider.CalendarRef;
import io.timeledger.calendar.provider.ProviderException;
import io.timeledger.calendar.provider.Window;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Single events of a calendar.
record CalendarEvents(GraphRequests requests, Access access, CalendarRef calendar, Window window)
    implements EventLookup {

  @Override
  public Optional<JsonNode> find(String ref, Duration deadline) throws ProviderException {
    return requests.find(access, requests.event(calendar, ref), deadline);
  }

  @Override
  public Optional<List<JsonNode>> instances(String seriesRef, Duration deadline)
      throws ProviderException {
    return requests
        .find(access, requests.instances(calendar, seriesRef, window), deadline)
        .filter(page -> page.path("value").isArray() && !page.has("@odata.nextLink"))
        .map(page -> List.copyOf(page.path("value").values()));
  }
}
