package io.timeledger.twin.control;

import io.timeledger.twin.http.Trees;
import io.timeledger.twin.state.Details;
import io.timeledger.twin.state.Mailbox;
import io.timeledger.twin.state.Meeting;
import io.timeledger.twin.state.Occurrence;
import io.timeledger.twin.state.Occurrences;
import io.timeledger.twin.state.RepeatRule;
import io.timeledger.twin.state.Span;
import io.timeledger.twin.state.TwinCalendar;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What is true, without a vendor's shape.
final class StateJson {
  private StateJson() {}

  static ObjectNode of(Mailbox mailbox, Span span) {
    ObjectNode json =
        Trees.object()
            .put("provider", mailbox.vendor().toString())
            .put("account", mailbox.email())
            .put("subject", mailbox.subject())
            .put("tenant", mailbox.tenant());
    json.set("calendars", Trees.array(mailbox.calendars(), calendar -> of(calendar, span)));
    return json;
  }

  private static ObjectNode of(TwinCalendar calendar, Span span) {
    ObjectNode json =
        Trees.object()
            .put("id", calendar.id())
            .put("name", calendar.name())
            .put("primary", calendar.primary())
            .put("revision", calendar.revision());
    ArrayNode events = JsonNodeFactory.instance.arrayNode();
    for (Meeting meeting : calendar.meetings(calendar.revision())) {
      Occurrences.of(meeting, span).forEach(occurrence -> events.add(of(occurrence)));
    }
    json.set("events", events);
    return json;
  }

  private static ObjectNode of(Occurrence occurrence) {
    Meeting meeting = occurrence.meeting();
    ObjectNode json = details(Trees.object().put("id", meeting.id()), occurrence.details());
    json.put("uid", meeting.uid()).put("exception", occurrence.exception());
    occurrence.originalStart().ifPresent(start -> json.put("original_start", start.text()));
    return json;
  }

  static ObjectNode of(Meeting meeting) {
    ObjectNode json = details(Trees.object().put("id", meeting.id()), meeting.details());
    return json.put("uid", meeting.uid())
        .put("recurrence", meeting.rule().map(RepeatRule::text).orElse(null));
  }

  private static ObjectNode details(ObjectNode json, Details details) {
    json.put("title", details.title())
        .put("start", details.start().text())
        .put("end", details.end().text())
        .put("all_day", details.start().allDay())
        .put("visibility", word(details.privacy()))
        .put("show_as", word(details.availability()))
        .put("response", word(details.response()))
        .put("type", word(details.purpose()))
        .put("organizer", details.organizer());
    json.set("guests", Trees.array(details.guests(), JsonNodeFactory.instance::stringNode));
    return json;
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
