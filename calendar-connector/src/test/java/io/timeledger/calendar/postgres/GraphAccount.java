package io.timeledger.calendar.postgres;

import io.timeledger.calendar.testkit.JsonServer;
import io.timeledger.calendar.testkit.JsonServer.Request;
import io.timeledger.calendar.testkit.JsonServer.Response;
import io.timeledger.schemas.json.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A Microsoft 365 account with one calendar, served as far as rounds need it: delta in pages
/// of two items. A changed series comes with all its instances in the window, as stubs.
final class GraphAccount implements JsonServer.Script {
  private static final int PAGE = 2;

  private final String base;
  private final Map<String, ObjectNode> events = new LinkedHashMap<>();
  private final List<String> log = new ArrayList<>();
  private Instant from = Instant.EPOCH;
  private Instant to = Instant.EPOCH;
  private int floor;
  private boolean tellsSeries = true;
  private boolean hidesSeries;

  /// @param base address of the API
  GraphAccount(String base) {
    this.base = base;
  }

  GraphAccount put(String id, Instant start, String title) {
    events.put(id, timed(id, "singleInstance", start).put("subject", title).put("showAs", "busy"));
    log.add(id);
    return this;
  }

  GraphAccount series(String id, String title, Instant... starts) {
    events.put(id, timed(id, "seriesMaster", starts[0]).put("subject", title));
    for (int i = 0; i < starts.length; i++) {
      ObjectNode instance = timed(id + i, "occurrence", starts[i]).put("seriesMasterId", id);
      events.put(id + i, instance);
    }
    log.add(id);
    return this;
  }

  GraphAccount rename(String id, String title) {
    event(id).put("subject", title);
    log.add(id);
    return this;
  }

  /// Moves one instance of a series, which makes it an exception.
  GraphAccount moveInstance(String id, Instant start) {
    ObjectNode old = event(id);
    String series = old.path("seriesMasterId").stringValue();
    events.put(
        id,
        timed(id, "exception", start)
            .put("seriesMasterId", series)
            .put("originalStart", start(old).toString())
            .put("subject", event(series).path("subject").stringValue()));
    log.add(series);
    return this;
  }

  GraphAccount delete(String id) {
    JsonNode old = Objects.requireNonNull(events.remove(id), id);
    JsonNode series = old.path("seriesMasterId");
    log.add(series.isString() ? series.stringValue() : id);
    return this;
  }

  /// Leaves series out of delta responses.
  void tellOnlyInstances() {
    tellsSeries = false;
  }

  /// Answers questions for series with 404.
  void hideSeries(boolean hides) {
    hidesSeries = hides;
  }

  void forgetTokens() {
    floor = log.size() + 1;
    log.add("marker");
  }

  @Override
  public Response answer(Request request) {
    String path = request.path();
    if (path.endsWith("/me/calendars")) {
      return Response.ok(
          "{\"value\": [{\"id\": \"Cal-_A\", \"name\": \"Calendar\", \"isDefaultCalendar\": true}]}");
    }
    if (path.endsWith("/calendarView/delta")) {
      return delta(request.query());
    }
    String id = path.replaceAll(".*/events/([^/]*).*", "$1");
    if (path.endsWith("/instances")) {
      ObjectNode page = Json.MAPPER.createObjectNode();
      instances(id).forEach(page.putArray("value")::add);
      return Response.ok(page.toString());
    }
    ObjectNode event = events.get(id);
    return event == null || (hidesSeries && isSeries(event))
        ? error(404, "ErrorItemNotFound")
        : Response.ok(event.toString());
  }

  private Response delta(Map<String, String> query) {
    if (query.containsKey("startDateTime")) {
      from = Instant.parse(query.get("startDateTime"));
      to = Instant.parse(query.get("endDateTime"));
      return page(0, 0, log.size());
    }
    String skip = query.get("$skiptoken");
    if (skip != null) {
      String[] parts = skip.split("-", 3);
      return page(
          Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
    }
    int since = Integer.parseInt(query.get("$deltatoken"));
    return since < floor ? error(410, "SyncStateNotFound") : page(0, since, log.size());
  }

  private Response page(int at, int since, int until) {
    List<ObjectNode> items = items(since, until);
    ObjectNode page = Json.MAPPER.createObjectNode();
    ArrayNode value = page.putArray("value");
    int end = Math.min(at + PAGE, items.size());
    items.subList(at, end).forEach(value::add);
    String link = base + "/me/calendars/Cal-_A/calendarView/delta?";
    if (end < items.size()) {
      page.put("@odata.nextLink", link + "$skiptoken=" + end + "-" + since + "-" + until);
    } else {
      page.put("@odata.deltaLink", link + "$deltatoken=" + until);
    }
    return Response.ok(page.toString());
  }

  private List<ObjectNode> items(int since, int until) {
    Set<String> changed = new LinkedHashSet<>(log.subList(since, until));
    return changed.stream().flatMap(id -> items(id, since > 0)).toList();
  }

  private Stream<ObjectNode> items(String id, boolean tellsRemoved) {
    ObjectNode event = events.get(id);
    if (event != null && isSeries(event)) {
      Stream<ObjectNode> stubs = instances(id).map(GraphAccount::asDelta);
      return tellsSeries ? Stream.concat(Stream.of(event), stubs) : stubs;
    }
    if (event != null && isIn(event)) {
      return Stream.of(event);
    }
    ObjectNode removed = Json.MAPPER.createObjectNode().put("id", id);
    removed.putObject("@removed").put("reason", "deleted");
    return tellsRemoved ? Stream.of(removed) : Stream.empty();
  }

  private Stream<ObjectNode> instances(String series) {
    return events.values().stream()
        .filter(event -> series.equals(event.path("seriesMasterId").stringValue("")))
        .filter(this::isIn)
        // A question for single instances answers with all properties.
        .map(event -> event.has("subject") ? event : complete(event, series));
  }

  private ObjectNode complete(ObjectNode instance, String series) {
    return instance.deepCopy().put("subject", event(series).path("subject").stringValue());
  }

  private static ObjectNode asDelta(ObjectNode instance) {
    ObjectNode copy = instance.deepCopy();
    if (copy.path("type").stringValue().equals("occurrence")) {
      copy.remove("subject");
    }
    return copy;
  }

  private boolean isIn(ObjectNode event) {
    return start(event).isBefore(to) && start(event).plusSeconds(1800).isAfter(from);
  }

  private static boolean isSeries(ObjectNode event) {
    return event.path("type").stringValue().equals("seriesMaster");
  }

  private ObjectNode event(String id) {
    return Objects.requireNonNull(events.get(id), id);
  }

  private static ObjectNode timed(String id, String type, Instant start) {
    ObjectNode event =
        Json.MAPPER.createObjectNode().put("id", id).put("type", type).put("isAllDay", false);
    event.putObject("start").put("dateTime", local(start)).put("timeZone", "UTC");
    event.putObject("end").put("dateTime", local(start.plusSeconds(1800))).put("timeZone", "UTC");
    return event;
  }

  private static String local(Instant instant) {
    return instant.toString().replace("Z", ".0000000");
  }

  private static Instant start(ObjectNode event) {
    String local = event.path("start").path("dateTime").stringValue();
    return Instant.parse(local.substring(0, local.indexOf('.')) + "Z");
  }

  private static Response error(int status, String code) {
    return new Response(status, Map.of(), "{\"error\": {\"code\": \"" + code + "\"}}");
  }
}
