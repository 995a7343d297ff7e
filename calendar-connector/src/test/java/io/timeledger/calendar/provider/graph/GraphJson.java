package io.timeledger.calendar.provider.graph;

import io.timeledger.calendar.provider.CalendarOwner;
import io.timeledger.calendar.provider.EventTime;
import io.timeledger.calendar.provider.SourceEvent;
import io.timeledger.calendar.provider.Window;
import io.timeledger.schemas.json.Json;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Responses in tests, for Anna, who is in Berlin, in November 2026.
final class GraphJson {
  static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  static final CalendarOwner ANNA = new CalendarOwner(BERLIN, Set.of("Anna@Example.com"));
  static final Window NOVEMBER =
      new Window(LocalDate.parse("2026-11-01"), LocalDate.parse("2026-12-01"), BERLIN);

  private GraphJson() {}

  /// A meeting of an hour from nine o'clock UTC on.
  static ObjectNode event(String id, String day) {
    ObjectNode event = stub(id, day);
    event.remove("seriesMasterId");
    return event
        .put("type", "singleInstance")
        .put("iCalUId", id + "@example.com")
        .put("subject", "Title of " + id)
        .put("showAs", "busy")
        .put("sensitivity", "normal")
        .put("isAllDay", false)
        .put("isCancelled", false)
        .put("isOrganizer", false)
        .put("originalStartTimeZone", "W. Europe Standard Time");
  }

  static ObjectNode allDay(String id, String first, String endExclusive) {
    ObjectNode event = event(id, first).put("isAllDay", true);
    event.set("start", at(first + "T00:00:00.0000000"));
    event.set("end", at(endExclusive + "T00:00:00.0000000"));
    return event;
  }

  static ObjectNode series(String id, String firstDay) {
    return event(id, firstDay).put("type", "seriesMaster");
  }

  static ObjectNode exception(String id, String series, String day) {
    return event(id, day)
        .put("type", "exception")
        .put("seriesMasterId", series)
        .put("originalStart", day + "T09:00:00Z");
  }

  /// An instance as delta responses have it.
  static ObjectNode stub(String id, String day) {
    return stub(id, "series", day);
  }

  static ObjectNode stub(String id, String series, String day) {
    ObjectNode stub =
        object()
            .put("@odata.type", "#microsoft.graph.event")
            .put("@odata.etag", "W/\"DwAAABYAAAC9\"")
            .put("id", id)
            .put("type", "occurrence")
            .put("seriesMasterId", series);
    stub.set("start", at(day + "T09:00:00.0000000"));
    stub.set("end", at(day + "T10:00:00.0000000"));
    return stub;
  }

  static ObjectNode removed(String id) {
    ObjectNode removed = object().put("id", id);
    removed.set("@removed", object().put("reason", "deleted"));
    return removed;
  }

  static ObjectNode at(String dateTime) {
    return at(dateTime, "UTC");
  }

  static ObjectNode at(String dateTime, String zone) {
    return object().put("dateTime", dateTime).put("timeZone", zone);
  }

  static ObjectNode recipient(@Nullable String address) {
    ObjectNode recipient = object();
    recipient.set("emailAddress", object().put("name", "Somebody").put("address", address));
    return recipient;
  }

  static ObjectNode page(String link, String address, JsonNode... items) {
    ArrayNode value = Json.MAPPER.createArrayNode();
    for (JsonNode item : items) {
      value.add(item);
    }
    ObjectNode page = object().put(link, address);
    page.set("value", value);
    return page;
  }

  static ObjectNode object() {
    return Json.MAPPER.createObjectNode();
  }

  static EventTime.Timed timed(SourceEvent event) {
    return (EventTime.Timed) event.time();
  }
}
