package io.timeledger.calendar.provider.google;

import io.timeledger.calendar.provider.CalendarListing;
import io.timeledger.calendar.provider.FaultReason;
import io.timeledger.calendar.provider.ProviderException;
import io.timeledger.calendar.provider.ProviderFault;
import io.timeledger.calendar.provider.UnreadableItemException;
import io.timeledger.calendar.provider.rest.JsonFields;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads all pages of `calendarList.list`. A partial list would delete calendars, so anything that
/// cannot be read fails the whole. Not thread-safe.
final class GoogleCalendarList {
  private static final int MOST_PAGES = 20;
  private static final String PATH =
      "/users/me/calendarList?maxResults=250&fields="
          + URLEncoder.encode(
              "nextPageToken,items(id,summary,summaryOverride,timeZone,accessRole,primary,deleted)",
              StandardCharsets.UTF_8);

  /// Gets the response to a path.
  @FunctionalInterface
  interface Call {
    JsonNode get(String path) throws ProviderException;
  }

  private final Call call;
  // By id: a calendar may move to another page while the list is read.
  private final Map<String, CalendarListing> found = new LinkedHashMap<>();

  GoogleCalendarList(Call call) {
    this.call = call;
  }

  List<CalendarListing> all() throws ProviderException {
    String token = null;
    for (int page = 0; page < MOST_PAGES; page++) {
      JsonNode body = call.get(path(token));
      try {
        token = read(body);
      } catch (UnreadableItemException e) {
        throw unexpected();
      }
      if (token == null) {
        return List.copyOf(found.values());
      }
    }
    throw unexpected();
  }

  /// @return token of the next page; null after the last one
  private @Nullable String read(JsonNode body) {
    for (JsonNode entry : JsonFields.list(body, "items")) {
      GoogleCalendarReader.calendar(entry)
          .ifPresent(listing -> found.put(listing.ref().value(), listing));
    }
    String token = JsonFields.text(body, "nextPageToken");
    if (token != null && !GoogleListing.isToken(token)) {
      throw JsonFields.invalid("nextPageToken");
    }
    return token;
  }

  private static String path(@Nullable String token) {
    return token == null
        ? PATH
        : PATH + "&pageToken=" + URLEncoder.encode(token, StandardCharsets.UTF_8);
  }

  private static ProviderException unexpected() {
    return new ProviderException(new ProviderFault.Transient(FaultReason.ANSWER_UNEXPECTED));
  }
}
