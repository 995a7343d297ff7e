package io.timeledger.calendar.provider.google;

import io.timeledger.calendar.provider.EventCursor;
import io.timeledger.calendar.provider.EventPage.Coverage;
import io.timeledger.calendar.provider.PagePlace;
import io.timeledger.calendar.provider.Window;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What one page of events is asked for. Cursors and places are its text.
///
/// @param from start of the range that the first, full listing asked for
/// @param to end of that range
/// @param syncToken null for a full listing
/// @param pageToken null for the first page
record GoogleListing(
    Instant from, Instant to, @Nullable String syncToken, @Nullable String pageToken) {
  /// Days that a full listing reads beyond its window. Its cursor then also serves the windows of
  /// the next days, whatever Google reports outside the range of the first listing.
  private static final int DAYS_BEYOND = 6;

  private static final int LONGEST_TOKEN = 8_192;
  // Only what is read. Google sends no descriptions, places or attachments then.
  private static final String FIELDS =
      "nextPageToken,nextSyncToken,timeZone,items(id,status,iCalUID,recurringEventId,"
          + "originalStartTime,start,end,endTimeUnspecified,summary,visibility,transparency,"
          + "eventType,organizer(email,self),attendees(email,self,resource,responseStatus))";
  // Google rejects a sync token if they differ from those of the first listing.
  private static final String EVERY_PAGE =
      "singleEvents=true&maxResults=250&fields=" + escaped(FIELDS);

  /// All events of the window.
  static GoogleListing full(Window window) {
    Instant end =
        window.toExclusive().plusDays(DAYS_BEYOND).atStartOfDay(window.zone()).toInstant();
    return new GoogleListing(window.start(), end, null, null);
  }

  /// All events of the days. Its cursor is of no use for other days.
  static GoogleListing days(Window days) {
    return new GoogleListing(days.start(), days.end(), null, null);
  }

  /// Whether it goes on at a token of an earlier response.
  boolean continues() {
    return syncToken != null || pageToken != null;
  }

  /// Changes since the cursor; empty if it is not one of these.
  static Optional<GoogleListing> since(EventCursor cursor) {
    return parse(cursor.value()).filter(listing -> listing.syncToken != null);
  }

  /// The page at the place; empty if it is not one of these.
  static Optional<GoogleListing> at(PagePlace place) {
    return parse(place.value()).filter(listing -> listing.pageToken != null);
  }

  PagePlace place(String nextPageToken) {
    return new PagePlace(new GoogleListing(from, to, syncToken, nextPageToken).text());
  }

  EventCursor cursor(String nextSyncToken) {
    return new EventCursor(new GoogleListing(from, to, nextSyncToken, null).text());
  }

  /// Whether the range includes the window.
  boolean includes(Window window) {
    return !window.start().isBefore(from) && !window.end().isAfter(to);
  }

  Coverage coverage() {
    return syncToken == null ? Coverage.FULL : Coverage.CHANGES;
  }

  String query() {
    String range =
        syncToken == null
            ? "&timeMin=" + escaped(from.toString()) + "&timeMax=" + escaped(to.toString())
            : "&syncToken=" + escaped(syncToken);
    return EVERY_PAGE + range + (pageToken == null ? "" : "&pageToken=" + escaped(pageToken));
  }

  /// Whether a token of a response can be kept.
  static boolean isToken(String token) {
    return !token.isEmpty() && token.length() <= LONGEST_TOKEN;
  }

  private String text() {
    return String.join("/", from.toString(), to.toString(), token(syncToken), token(pageToken));
  }

  private static String token(@Nullable String token) {
    return token == null ? "" : escaped(token);
  }

  private static Optional<GoogleListing> parse(String text) {
    String[] parts = text.split("/", -1);
    if (parts.length != 4) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new GoogleListing(
              Instant.parse(parts[0]), Instant.parse(parts[1]), part(parts[2]), part(parts[3])));
    } catch (DateTimeException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static @Nullable String part(String text) {
    return text.isEmpty() ? null : URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private static String escaped(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
