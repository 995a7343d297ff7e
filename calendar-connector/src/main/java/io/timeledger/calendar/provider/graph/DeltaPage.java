package io.timeledger.calendar.provider.graph;

import io.timeledger.calendar.provider.FaultReason;
import io.timeledger.calendar.provider.ProviderException;
import io.timeledger.calendar.provider.ProviderFault;
import io.timeledger.calendar.provider.UnreadableItemException;
import io.timeledger.calendar.provider.rest.JsonFields;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// A delta response.
///
/// @param link to the next page, or, on the last page, where the next round continues
record DeltaPage(List<JsonNode> items, String link, boolean last) {
  private static final int LONGEST_LINK = 16_384;

  DeltaPage {
    items = List.copyOf(items);
  }

  /// @throws ProviderException if it is no delta response, or has no link
  static DeltaPage of(JsonNode body) throws ProviderException {
    try {
      if (!body.path("value").isArray()) {
        throw unexpected();
      }
      List<JsonNode> items = JsonFields.list(body, "value");
      String next = JsonFields.text(body, "@odata.nextLink");
      String link = next == null ? JsonFields.text(body, "@odata.deltaLink") : next;
      if (link == null || link.isEmpty() || link.length() > LONGEST_LINK) {
        throw unexpected();
      }
      return new DeltaPage(items, link, next == null);
    } catch (UnreadableItemException e) {
      throw unexpected();
    }
  }

  private static ProviderException unexpected() {
    return new ProviderException(new ProviderFault.Transient(FaultReason.ANSWER_UNEXPECTED));
  }
}
