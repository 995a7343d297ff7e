package io.timeledger.calendar.provider.graph;

import io.timeledger.calendar.provider.Access;
import io.timeledger.calendar.provider.CalendarListing;
import io.timeledger.calendar.provider.FaultReason;
import io.timeledger.calendar.provider.ProviderException;
import io.timeledger.calendar.provider.ProviderFault;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads an account's list of calendars, page by page.
final class CalendarPages {
  private static final int MOST = 50;

  private final GraphRequests requests;
  private final Access access;
  private final Map<String, CalendarListing> calendars = new LinkedHashMap<>();

  CalendarPages(GraphRequests requests, Access access) {
    this.requests = requests;
    this.access = access;
  }

  /// Calendars that cannot be read are left out.
  List<CalendarListing> read() throws ProviderException {
    URI address = requests.calendars();
    for (int page = 0; page < MOST; page++) {
      String next = add(requests.get(access, address));
      if (next == null) {
        return List.copyOf(calendars.values());
      }
      address = requests.trusted(next);
    }
    throw unexpected();
  }

  /// @return link to the next page; null for the last one
  private @Nullable String add(JsonNode page) throws ProviderException {
    if (!page.path("value").isArray()) {
      throw unexpected();
    }
    for (JsonNode calendar : page.path("value")) {
      listing(calendar).ifPresent(listing -> calendars.put(listing.ref().value(), listing));
    }
    JsonNode next = page.path("@odata.nextLink");
    return next.isString() ? next.stringValue() : null;
  }

  private static Optional<CalendarListing> listing(JsonNode calendar) {
    try {
      return Optional.of(GraphCalendar.of(calendar));
    } catch (GraphItemException e) {
      return Optional.empty();
    }
  }

  private static ProviderException unexpected() {
    return new ProviderException(new ProviderFault.Transient(FaultReason.ANSWER_UNEXPECTED));
  }
}
