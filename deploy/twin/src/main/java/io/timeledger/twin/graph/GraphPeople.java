package io.timeledger.twin.graph;

import io.timeledger.twin.http.Trees;
import io.timeledger.twin.state.Details;
import io.timeledger.twin.state.Privacy;
import io.timeledger.twin.state.Purpose;
import io.timeledger.twin.state.Response;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/// Organizer, guests, the owner's answer, and what follows from it.
record GraphPeople(String self, Details details) {

  void addTo(ObjectNode json) {
    json.put("sensitivity", sensitivity(details.privacy())).put("showAs", showAs());
    json.set("responseStatus", status(word(details.response())));
    json.set("organizer", person(details.organizer()));
    json.set("attendees", Trees.array(invited(), this::attendee));
  }

  /// Nobody, if the owner is alone; otherwise the owner and the organizer, too.
  private List<String> invited() {
    if (details.guests().isEmpty() && details.organizer().equals(self)) {
      return List.of();
    }
    Set<String> invited = new LinkedHashSet<>();
    invited.add(details.organizer());
    invited.add(self);
    invited.addAll(details.guests());
    return List.copyOf(invited);
  }

  private ObjectNode attendee(String address) {
    ObjectNode attendee = person(address).put("type", "required");
    attendee.set("status", status(answer(address)));
    return attendee;
  }

  /// Who called the meeting is not asked.
  private String answer(String address) {
    if (address.equals(details.organizer())) {
      return "none";
    }
    return word(address.equals(self) ? details.response() : Response.NONE_YET);
  }

  private static ObjectNode person(String address) {
    ObjectNode email = Trees.object().put("name", address).put("address", address);
    return Trees.object().set("emailAddress", email);
  }

  private static ObjectNode status(String response) {
    return Trees.object().put("response", response).put("time", "0001-01-01T00:00:00Z");
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
