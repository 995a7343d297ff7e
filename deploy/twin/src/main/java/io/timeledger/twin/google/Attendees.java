package io.timeledger.twin.google;

import io.timeledger.twin.http.Trees;
import io.timeledger.twin.state.Details;
import io.timeledger.twin.state.Response;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Who is invited; nobody, if the owner is alone.
record Attendees(String self, Details details) {

  ArrayNode json() {
    ArrayNode attendees = JsonNodeFactory.instance.arrayNode();
    if (details.guests().isEmpty() && details.organizer().equals(self)) {
      return attendees;
    }
    attendees.add(attendee(self, details.response()).put("self", true));
    if (!details.organizer().equals(self) && !details.guests().contains(details.organizer())) {
      attendees.add(attendee(details.organizer(), Response.ORGANIZER));
    }
    details.guests().stream()
        .filter(guest -> !guest.equals(self))
        .forEach(guest -> attendees.add(attendee(guest, Response.NONE_YET)));
    return attendees;
  }

  private ObjectNode attendee(String email, Response response) {
    ObjectNode json = Trees.object().put("email", email).put("responseStatus", word(response));
    return email.equals(details.organizer()) ? json.put("organizer", true) : json;
  }

  private static String word(Response response) {
    return switch (response) {
      case ORGANIZER, ACCEPTED -> "accepted";
      case TENTATIVE -> "tentative";
      case DECLINED -> "declined";
      case NONE_YET -> "needsAction";
    };
  }
}
