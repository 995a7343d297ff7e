package io.timeledger.calendar.provider.google;

import io.timeledger.calendar.provider.MailAddress;
import io.timeledger.calendar.provider.ParticipationStatus;
import io.timeledger.calendar.provider.SourceEvent;
import io.timeledger.calendar.provider.rest.JsonFields;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What is kept of organizer and attendees. Keeps no addresses.
///
/// @param guests number without rooms, resources and the owner
record GoogleGuests(
    boolean organizedBySelf,
    @Nullable String organizerDomain,
    List<String> domains,
    int guests,
    ParticipationStatus answer) {
  static GoogleGuests of(JsonNode event) {
    JsonNode organizer = JsonFields.object(event, "organizer");
    Set<String> domains = new TreeSet<>();
    ParticipationStatus answer = ParticipationStatus.NONE;
    int guests = 0;
    for (JsonNode attendee : JsonFields.list(event, "attendees")) {
      if (JsonFields.flag(attendee, "self")) {
        answer = answer(JsonFields.text(attendee, "responseStatus"));
      } else if (!JsonFields.flag(attendee, "resource")) {
        guests++;
        domain(attendee).ifPresent(domains::add);
      }
    }
    return new GoogleGuests(
        JsonFields.flag(organizer, "self"),
        domain(organizer).orElse(null),
        domains.stream().limit(SourceEvent.MOST_DOMAINS).toList(),
        guests,
        answer);
  }

  private static ParticipationStatus answer(@Nullable String status) {
    return switch (status) {
      case "accepted" -> ParticipationStatus.ACCEPTED;
      case "tentative" -> ParticipationStatus.TENTATIVE;
      case "declined" -> ParticipationStatus.DECLINED;
      case null, default -> ParticipationStatus.UNANSWERED;
    };
  }

  private static Optional<String> domain(JsonNode person) {
    return MailAddress.of(JsonFields.text(person, "email")).flatMap(MailAddress::domain);
  }
}
