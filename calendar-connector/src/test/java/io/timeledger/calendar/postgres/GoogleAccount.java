package io.timeledger.calendar.postgres;

import io.timeledger.calendar.testkit.JsonServer;
import io.timeledger.calendar.testkit.JsonServer.Request;
import io.timeledger.calendar.testkit.JsonServer.Response;
import io.timeledger.schemas.json.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A Google account with calendars, served as far as rounds need it: pages of two events with empty
/// ones between, sync tokens, and changes since a token.
final class GoogleAccount implements JsonServer.Script {
  private static final int PAGE = 2;

  private final Map<String, List<ObjectNode>> changes = new LinkedHashMap<>();
  private final Map<String, Integer> floors = new LinkedHashMap<>();
  private int pagesUntilReset = Integer.MAX_VALUE;

  /// Adds a calendar; the first one is the primary calendar.
  GoogleAccount calendar(String id) {
    changes.put(id, new ArrayList<>());
    floors.put(id, 0);
    return this;
  }

  void removeCalendar(String id) {
    changes.remove(id);
  }

  GoogleAccount put(String calendar, String id, Instant start, String title) {
    return put(calendar, id, id + "@google.com", start, title);
  }

  GoogleAccount put(String calendar, String id, String uid, Instant start, String title) {
    ObjectNode event = event(id, "confirmed").put("iCalUID", uid).put("summary", title);
    event.putObject("start").put("dateTime", start.toString());
    event.putObject("end").put("dateTime", start.plusSeconds(1800).toString());
    changes(calendar).add(event);
    return this;
  }

  GoogleAccount putPrivate(String calendar, String id, Instant start, String title) {
    put(calendar, id, start, title);
    changes(calendar).getLast().put("visibility", "private");
    return this;
  }

  GoogleAccount putInstance(String calendar, String series, Instant start, String title) {
    put(calendar, series + "_" + start.getEpochSecond(), series + "@google.com", start, title);
    ObjectNode event = changes(calendar).getLast();
    event.put("recurringEventId", series);
    event.putObject("originalStartTime").put("dateTime", start.toString());
    return this;
  }

  GoogleAccount cancel(String calendar, String id) {
    changes(calendar).add(event(id, "cancelled"));
    return this;
  }

  /// Sync tokens made so far are no longer valid, and what was deleted is forgotten.
  void expireTokens(String calendar) {
    floors.put(calendar, changes(calendar).size() + 1);
    changes(calendar).add(event("marker", "cancelled"));
  }

  /// Fails after some more pages, until it is called again.
  void failAfter(int pages) {
    pagesUntilReset = pages;
  }

  @Override
  public Response answer(Request request) {
    String path = request.path();
    if (path.endsWith("/calendarList")) {
      return Response.ok(calendarList());
    }
    String calendar = path.replaceAll(".*/calendars/(.*)/events", "$1");
    if (!changes.containsKey(calendar)) {
      return error(404, "notFound");
    }
    if (pagesUntilReset-- <= 0) {
      return error(500, "backendError");
    }
    String token = request.query().get("syncToken");
    int since = token == null ? -1 : Integer.parseInt(token.substring(1));
    return token != null && since < floors.getOrDefault(calendar, 0)
        ? error(410, "fullSyncRequired")
        : Response.ok(page(calendar, since, request.query()));
  }

  private List<ObjectNode> changes(String calendar) {
    return Objects.requireNonNull(changes.get(calendar), calendar);
  }

  private String page(String calendar, int since, Map<String, String> query) {
    List<ObjectNode> found = found(calendar, since, query);
    String place = query.getOrDefault("pageToken", "0:full");
    int from = Integer.parseInt(place.substring(0, place.indexOf(':')));
    boolean empty = place.endsWith(":empty");
    ObjectNode page = Json.MAPPER.createObjectNode().put("timeZone", "Europe/Vienna");
    ArrayNode items = page.putArray("items");
    int to = empty ? from : Math.min(from + PAGE, found.size());
    found.subList(from, to).forEach(items::add);
    if (to < found.size()) {
      page.put("nextPageToken", to + (empty || to % 3 != 0 ? ":full" : ":empty"));
    } else {
      page.put("nextSyncToken", "s" + changes(calendar).size());
    }
    return page.toString();
  }

  private List<ObjectNode> found(String calendar, int since, Map<String, String> query) {
    List<ObjectNode> all = changes(calendar);
    Map<String, ObjectNode> latest = new LinkedHashMap<>();
    all.subList(Math.max(since, 0), all.size())
        .forEach(event -> latest.put(event.path("id").stringValue(), event));
    return latest.values().stream().filter(event -> since >= 0 || isIn(event, query)).toList();
  }

  private static boolean isIn(ObjectNode event, Map<String, String> query) {
    if (event.path("status").stringValue().equals("cancelled")) {
      return false;
    }
    return time(event, "end").isAfter(Instant.parse(query.get("timeMin")))
        && time(event, "start").isBefore(Instant.parse(query.get("timeMax")));
  }

  private static Instant time(JsonNode event, String field) {
    return Instant.parse(event.path(field).path("dateTime").stringValue());
  }

  private String calendarList() {
    ObjectNode list = Json.MAPPER.createObjectNode();
    ArrayNode items = list.putArray("items");
    changes.keySet().stream()
        .map(
            id ->
                Json.MAPPER
                    .createObjectNode()
                    .put("id", id)
                    .put("summary", id)
                    .put("accessRole", "owner")
                    .put("primary", id.equals(changes.keySet().iterator().next())))
        .forEach(items::add);
    return list.toString();
  }

  private static ObjectNode event(String id, String status) {
    return Json.MAPPER.createObjectNode().put("id", id).put("status", status);
  }

  private static Response error(int status, String reason) {
    return new Response(
        status,
        Map.of(),
        "{\"error\": {\"code\": %d, \"errors\": [{\"domain\": \"global\", \"reason\": \"%s\"}]}}"
            .formatted(status, reason));
  }
}
