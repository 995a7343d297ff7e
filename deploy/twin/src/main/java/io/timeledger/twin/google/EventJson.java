package io.timeledger.twin.google;

import io.timeledger.twin.http.Trees;
import io.timeledger.twin.state.Availability;
import io.timeledger.twin.state.Details;
import io.timeledger.twin.state.Mailbox;
import io.timeledger.twin.state.Meeting;
import io.timeledger.twin.state.Occurrence;
import io.timeledger.twin.state.Privacy;
import io.timeledger.twin.state.TwinCalendar;
import io.timeledger.twin.state.When;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Events as Google writes them.
record EventJson(Mailbox mailbox, TwinCalendar calendar) {

  ObjectNode of(ListedEvent row) {
    return switch (row) {
      case ListedEvent.Instance instance -> of(instance.occurrence());
      case ListedEvent.Master master -> of(master.meeting());
      case ListedEvent.Gone gone -> of(gone);
    };
  }

  ObjectNode of(Occurrence occurrence) {
    ObjectNode json = full(InstanceId.of(occurrence), occurrence.meeting(), occurrence.details());
    occurrence.originalStart().ifPresent(start -> origin(json, occurrence.meeting(), start));
    return json;
  }

  ObjectNode of(Meeting meeting) {
    ObjectNode json = full(meeting.id(), meeting, meeting.details());
    meeting
        .rule()
        .ifPresent(
            rule ->
                json.set(
                    "recurrence",
                    JsonNodeFactory.instance.arrayNode().add("RRULE:" + rule.text())));
    return json;
  }

  private static ObjectNode of(ListedEvent.Gone gone) {
    ObjectNode json =
        Trees.object()
            .put("kind", "calendar#event")
            .put("id", gone.id())
            .put("status", "cancelled");
    gone.instance()
        .ifPresent(
            instance ->
                instance
                    .originalStart()
                    .ifPresent(start -> origin(json, instance.meeting(), start)));
    return json;
  }

  private ObjectNode full(String id, Meeting meeting, Details details) {
    ObjectNode json =
        Trees.object()
            .put("kind", "calendar#event")
            .put("etag", "\"%d\"".formatted(details.updated().toEpochMilli() * 2))
            .put("id", id)
            .put(
                "status",
                details.availability() == Availability.TENTATIVE ? "tentative" : "confirmed")
            .put("created", meeting.created().toString())
            .put("updated", details.updated().toString())
            .put("iCalUID", meeting.uid())
            .put("sequence", 0);
    json.set("start", when(details.start()));
    json.set("end", when(details.end()));
    if (showsDetails(details)) {
      describe(json, details);
    } else {
      json.put("visibility", "private");
    }
    return json;
  }

  private boolean showsDetails(Details details) {
    return switch (calendar.role()) {
      case OWNER, WRITER -> true;
      case READER -> details.privacy() == Privacy.DEFAULT || details.privacy() == Privacy.PUBLIC;
      case FREE_BUSY_READER -> false;
    };
  }

  private void describe(ObjectNode json, Details details) {
    json.put("summary", details.title()).put("eventType", EventTypes.of(details.purpose()));
    json.set("organizer", person(details.organizer()));
    if (details.privacy() != Privacy.DEFAULT) {
      json.put("visibility", details.privacy().name().toLowerCase(Locale.ROOT));
    }
    if (details.availability() == Availability.FREE) {
      json.put("transparency", "transparent");
    }
    ArrayNode attendees = new Attendees(mailbox.email(), details).json();
    if (!attendees.isEmpty()) {
      json.set("attendees", attendees);
    }
  }

  private ObjectNode person(String email) {
    ObjectNode person = Trees.object().put("email", email);
    return email.equals(mailbox.email()) ? person.put("self", true) : person;
  }

  private static void origin(ObjectNode json, Meeting meeting, When start) {
    json.put("recurringEventId", meeting.id());
    json.set("originalStartTime", when(start));
  }

  private static ObjectNode when(When when) {
    return switch (when) {
      case When.At at ->
          Trees.object()
              .put(
                  "dateTime",
                  DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                      at.instant().atZone(at.zone()).toOffsetDateTime().withNano(0)))
              .put("timeZone", at.zone().getId());
      case When.On on -> Trees.object().put("date", on.day().toString());
    };
  }
}
