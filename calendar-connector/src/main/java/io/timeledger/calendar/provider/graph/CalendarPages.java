package io.timeledger.calendar.provider.graph;

import io.timeledger.calendar.provider.Access;
import io.timeledger.calendar.provider.CalendarListing;
import io.timeledger.calendar.provider.FaultReason;
import io.timeledger.calendar.provider.ProviderException;
import io.timeledger.calendar.provider.ProviderFault;
import io.timeledger.calendar.provider.UnreadableItemException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

  /// A calendar that is left out would be forgotten with its blocks, so one that cannot be read
  /// fails the whole list.
  List<CalendarListing> read() throws ProviderException {
    URI address = requests.calendars();
    for (int page = 0; page < MOST; page++) {
      String next = add(requests.listed(access, address));
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
    try {
      for (JsonNode entry : page.path("value")) {
        CalendarListing listing = GraphCalendar.of(entry);
        calendars.put(listing.ref().value(), listing);
      }
    } catch (UnreadableItemException e) {
      throw unexpected();
    }
    JsonNode next = page.path("@odata.nextLink");
    return next.isString() ? next.stringValue() : null;
  }

  private static ProviderException unexpected() {
    return new ProviderException(new ProviderFault.Transient(FaultReason.ANSWER_UNEXPECTED));
  }
}
