package io.timeledger.twin.control;

import io.timeledger.twin.state.Availability;
import io.timeledger.twin.state.Details;
import io.timeledger.twin.state.Privacy;
import io.timeledger.twin.state.Purpose;
import io.timeledger.twin.state.Response;
import io.timeledger.twin.state.When;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Applies the fields that a body names; the others stay.
record DetailsPatch(ObjectNode body, ZoneId zone, Instant now) {

  Details applyTo(Details before) {
    return new Details(
        field("title", before.title(), text -> text),
        field("start", before.start(), text -> When.parse(text, zoneOf())),
        field("end", before.end(), text -> When.parse(text, zoneOf())),
        field("visibility", before.privacy(), text -> word(Privacy.class, text)),
        field("show_as", before.availability(), text -> word(Availability.class, text)),
        field("response", before.response(), text -> word(Response.class, text)),
        field("type", before.purpose(), text -> word(Purpose.class, text)),
        guests(before.guests()),
        field("organizer", before.organizer(), text -> text),
        now);
  }

  private ZoneId zoneOf() {
    return field("time_zone", zone, ZoneId::of);
  }

  private List<String> guests(List<String> before) {
    return body.has("guests")
        ? body.path("guests").valueStream().map(JsonNode::asString).toList()
        : before;
  }

  private <T> T field(String name, T before, Function<String, T> read) {
    return body.has(name) ? read.apply(body.path(name).asString()) : before;
  }

  private static <E extends Enum<E>> E word(Class<E> type, String text) {
    return Enum.valueOf(type, text.toUpperCase(Locale.ROOT));
  }
}
