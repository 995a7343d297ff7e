package io.timeledger.twin.graph;

import io.timeledger.twin.http.Trees;
import io.timeledger.twin.state.Details;
import io.timeledger.twin.state.Mailbox;
import io.timeledger.twin.state.Meeting;
import io.timeledger.twin.state.Occurrence;
import io.timeledger.twin.state.When;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import tools.jackson.databind.node.ObjectNode;

/// Events as Graph writes them.
record GraphEventJson(Mailbox mailbox, Preferences preferences) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'0000'");

  ObjectNode of(GraphIds.Target target) {
    return target.instance().map(this::of).orElseGet(() -> of(target.meeting()));
  }

  /// A single event, or an instance with all that it takes from its series.
  ObjectNode of(Occurrence occurrence) {
    Meeting meeting = occurrence.meeting();
    ObjectNode json = full(ids().of(occurrence), meeting, occurrence.details());
    json.put("iCalUId", OutlookUid.of(occurrence));
    occurrence
        .originalStart()
        .ifPresentOrElse(
            start ->
                json.put("type", occurrence.exception() ? "exception" : "occurrence")
                    .put("seriesMasterId", ids().of(meeting))
                    .put("originalStart", start.sortKey().toString()),
            () -> json.put("type", "singleInstance"));
    return json;
  }

  /// A series has the times of its first instance.
  ObjectNode of(Meeting meeting) {
    ObjectNode json = full(ids().of(meeting), meeting, meeting.details());
    json.put("iCalUId", meeting.uid())
        .put("type", meeting.repeats() ? "seriesMaster" : "singleInstance");
    meeting
        .rule()
        .ifPresent(
            rule -> json.set("recurrence", GraphRecurrence.of(rule, meeting.details().start())));
    return json;
  }

  /// All that delta says about an instance that is like its series.
  ObjectNode stub(Occurrence occurrence) {
    ObjectNode json =
        head(ids().of(occurrence), occurrence.details())
            .put("type", "occurrence")
            .put("seriesMasterId", ids().of(occurrence.meeting()));
    return times(json, occurrence.details());
  }

  static ObjectNode removed(String id) {
    ObjectNode json = Trees.object();
    json.set("@removed", Trees.object().put("reason", "deleted"));
    return json.put("id", id);
  }

  GraphIds ids() {
    return new GraphIds(preferences.immutableIds());
  }

  private ObjectNode full(String id, Meeting meeting, Details details) {
    ObjectNode json =
        head(id, details)
            .put("createdDateTime", meeting.created().toString())
            .put("lastModifiedDateTime", details.updated().toString())
            .put("originalStartTimeZone", zoneName(details.start()))
            .put("originalEndTimeZone", zoneName(details.end()))
            .put("subject", details.title())
            .put("importance", "normal")
            .put("isAllDay", details.start().allDay())
            .put("isCancelled", false)
            .put("isOrganizer", details.organizer().equals(mailbox.email()))
            .putNull("seriesMasterId")
            .putNull("recurrence");
    new GraphPeople(mailbox.email(), details).addTo(json);
    return times(json, details);
  }

  private static ObjectNode head(String id, Details details) {
    String key = Long.toString(details.updated().toEpochMilli(), 36);
    return Trees.object()
        .put("@odata.type", "#microsoft.graph.event")
        .put("@odata.etag", "W/\"%s\"".formatted(key))
        .put("id", id);
  }

  private ObjectNode times(ObjectNode json, Details details) {
    json.set("start", time(details.start()));
    json.set("end", time(details.end()));
    return json;
  }

  /// A day is midnight to midnight in one zone.
  private ObjectNode time(When when) {
    return switch (when) {
      case When.At at -> time(at.instant().atZone(preferences.zone()).format(TIME));
      case When.On on -> time(on.day().atStartOfDay().format(TIME));
    };
  }

  private ObjectNode time(String text) {
    return Trees.object().put("dateTime", text).put("timeZone", preferences.zoneName());
  }

  private static String zoneName(When when) {
    return switch (when) {
      case When.At at -> OutlookZones.name(at.zone());
      case When.On _ -> OutlookZones.name(ZoneId.of("UTC"));
    };
  }
}
