package io.timeledger.calendar.provider.google;

import io.timeledger.calendar.fold.ZoneNames;
import io.timeledger.calendar.provider.EventPage;
import io.timeledger.calendar.provider.EventPage.Coverage;
import io.timeledger.calendar.provider.FaultReason;
import io.timeledger.calendar.provider.PageEnd;
import io.timeledger.calendar.provider.ProviderException;
import io.timeledger.calendar.provider.ProviderFault;
import io.timeledger.calendar.provider.SourceEvent;
import io.timeledger.calendar.provider.UnreadableItem;
import io.timeledger.calendar.provider.UnreadableItemException;
import io.timeledger.calendar.provider.Window;
import io.timeledger.calendar.provider.rest.JsonFields;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads one page of `events.list`. Not thread-safe.
final class GooglePageReader {
  private final GoogleListing listing;
  private final Window window;
  private final GoogleEventReader events;
  // By id; empty for one to remove. An event may be on a page twice: the last state counts.
  private final Map<String, Optional<SourceEvent>> read = new LinkedHashMap<>();
  private final List<UnreadableItem> unreadable = new ArrayList<>();
  private int unreadableCount;

  private GooglePageReader(GoogleListing listing, Window window, ZoneId fallback) {
    this.listing = listing;
    this.window = window;
    this.events = new GoogleEventReader(fallback);
  }

  /// @param listing that the page was asked for
  /// @param window events outside it are dropped, except from changes
  /// @throws ProviderException if the response is not a page; an event that cannot be read is
  ///     skipped
  static EventPage page(JsonNode body, GoogleListing listing, Window window)
      throws ProviderException {
    try {
      ZoneId zone = ZoneNames.find(JsonFields.text(body, "timeZone")).orElse(window.zone());
      GooglePageReader page = new GooglePageReader(listing, window, zone);
      JsonFields.list(body, "items").forEach(page::read);
      return page.page(end(body, listing));
    } catch (UnreadableItemException e) {
      throw unexpected();
    }
  }

  private EventPage page(PageEnd end) {
    List<String> removed =
        read.entrySet().stream()
            .filter(entry -> entry.getValue().isEmpty())
            .map(Map.Entry::getKey)
            .toList();
    return new EventPage(
        listing.coverage(),
        read.values().stream().flatMap(Optional::stream).toList(),
        removed,
        unreadable,
        unreadableCount,
        null,
        null,
        end);
  }

  private void read(JsonNode item) {
    String id = null;
    try {
      id = GoogleEventReader.id(item);
      if (GoogleEventReader.isCancelled(item)) {
        put(id, Optional.empty());
      } else {
        SourceEvent event = events.event(item);
        if (listing.coverage() == Coverage.CHANGES || window.touches(event.time())) {
          put(id, Optional.of(event));
        }
      }
    } catch (UnreadableItemException e) {
      unreadableCount++;
      if (unreadable.size() < EventPage.MOST_UNREADABLE) {
        unreadable.add(new UnreadableItem(id, e.code()));
      }
    }
  }

  private void put(String id, Optional<SourceEvent> state) {
    read.remove(id);
    read.put(id, state);
  }

  private static PageEnd end(JsonNode body, GoogleListing listing) throws ProviderException {
    String next = token(body, "nextPageToken");
    if (next != null) {
      return new PageEnd.More(listing.place(next));
    }
    String sync = token(body, "nextSyncToken");
    if (sync == null) {
      // Without a cursor, an error could look like a calendar without events.
      throw unexpected();
    }
    return new PageEnd.End(listing.cursor(sync));
  }

  private static @Nullable String token(JsonNode body, String field) throws ProviderException {
    String token = JsonFields.text(body, field);
    if (token != null && !GoogleListing.isToken(token)) {
      throw unexpected();
    }
    return token;
  }

  private static ProviderException unexpected() {
    return new ProviderException(new ProviderFault.Transient(FaultReason.ANSWER_UNEXPECTED));
  }
}
