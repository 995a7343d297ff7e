package io.timeledger.twin.graph;

import io.timeledger.twin.http.Trees;
import io.timeledger.twin.state.Details;
import io.timeledger.twin.state.Privacy;
import io.timeledger.twin.state.Purpose;
import io.timeledger.twin.state.Response;
import tools.jackson.databind.node.ObjectNode;

/// Organizer, guests, the owner's answer, and what follows from it.
record GraphPeople(String self, Details details) {

  void addTo(ObjectNode json) {
    json.put("sensitivity", sensitivity(details.privacy())).put("showAs", showAs());
    json.set("responseStatus", status(details.response()));
    json.set("organizer", person(details.organizer()));
    json.set("attendees", Trees.array(details.guests(), this::attendee));
  }

  private ObjectNode attendee(String address) {
    ObjectNode attendee = person(address).put("type", "required");
    attendee.set("status", status(address.equals(self) ? details.response() : Response.NONE_YET));
    return attendee;
  }

  private static ObjectNode person(String address) {
    ObjectNode email = Trees.object().put("name", address).put("address", address);
    return Trees.object().set("emailAddress", email);
  }

  private static ObjectNode status(Response response) {
    return Trees.object().put("response", word(response)).put("time", "0001-01-01T00:00:00Z");
  }

  private static String word(Response response) {
    return switch (response) {
      case ORGANIZER -> "organizer";
      case ACCEPTED -> "accepted";
      case TENTATIVE -> "tentativelyAccepted";
      case DECLINED -> "declined";
      case NONE_YET -> "notResponded";
    };
  }

  /// An invitation without a yes shows as tentative.
  private String showAs() {
    if (details.purpose() == Purpose.OUT_OF_OFFICE) {
      return "oof";
    }
    boolean undecided =
        details.response() == Response.TENTATIVE || details.response() == Response.NONE_YET;
    return switch (details.availability()) {
      case BUSY -> undecided ? "tentative" : "busy";
      case FREE -> "free";
      case TENTATIVE -> "tentative";
      case OUT_OF_OFFICE -> "oof";
      case ELSEWHERE -> "workingElsewhere";
    };
  }

  private static String sensitivity(Privacy privacy) {
    return switch (privacy) {
      case DEFAULT, PUBLIC -> "normal";
      case PRIVATE -> "private";
      case CONFIDENTIAL -> "confidential";
    };
  }
}
