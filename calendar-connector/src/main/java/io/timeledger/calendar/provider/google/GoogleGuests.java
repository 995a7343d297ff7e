package io.timeledger.calendar.provider.google;

import io.timeledger.calendar.provider.ParticipationStatus;
import io.timeledger.calendar.provider.SourceEvent;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
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
  private static final int LONGEST_ADDRESS = 320;
  private static final Pattern DOMAIN = Pattern.compile("[\\p{L}\\p{N}.-]{1,253}");

  static GoogleGuests of(JsonNode event) {
    JsonNode organizer = GoogleJson.object(event, "organizer");
    Set<String> domains = new TreeSet<>();
    ParticipationStatus answer = ParticipationStatus.NONE;
    int guests = 0;
    for (JsonNode attendee : GoogleJson.list(event, "attendees")) {
      if (GoogleJson.flag(attendee, "self")) {
        answer = answer(GoogleJson.text(attendee, "responseStatus"));
      } else if (!GoogleJson.flag(attendee, "resource")) {
        guests++;
        String domain = domain(attendee);
        if (domain != null) {
          domains.add(domain);
        }
      }
    }
    return new GoogleGuests(
        organizer != null && GoogleJson.flag(organizer, "self"),
        organizer == null ? null : domain(organizer),
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

  private static @Nullable String domain(JsonNode person) {
    String address = GoogleJson.text(person, "email");
    if (address == null || address.length() > LONGEST_ADDRESS || address.indexOf('@') < 1) {
      return null;
    }
    String domain = address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    return DOMAIN.matcher(domain).matches() ? domain : null;
  }
}
