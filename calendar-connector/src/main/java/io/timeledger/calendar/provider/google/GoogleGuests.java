package io.timeledger.calendar.provider.google;

import io.timeledger.calendar.provider.AttendeeAddresses;
import io.timeledger.calendar.provider.ParticipationStatus;
import io.timeledger.calendar.provider.SourceEvent;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What is read of organizer and attendees. Their addresses are not kept.
///
/// @param guests number without rooms, resources and the owner
record GoogleGuests(
    boolean organizedBySelf,
    @Nullable String organizerDomain,
    List<String> domains,
    int guests,
    AttendeeAddresses attendees,
    ParticipationStatus answer) {
  private static final int LONGEST_ADDRESS = 320;
  private static final Pattern DOMAIN = Pattern.compile("[\\p{L}\\p{N}.-]{1,253}");

  static GoogleGuests of(JsonNode event) {
    JsonNode organizer = GoogleJson.object(event, "organizer");
    Set<String> domains = new TreeSet<>();
    Set<String> addresses = new HashSet<>();
    ParticipationStatus answer = ParticipationStatus.NONE;
    int guests = 0;
    for (JsonNode attendee : GoogleJson.list(event, "attendees")) {
      if (GoogleJson.flag(attendee, "self")) {
        answer = answer(GoogleJson.text(attendee, "responseStatus"));
      } else if (!GoogleJson.flag(attendee, "resource")) {
        guests++;
        address(attendee)
            .ifPresent(
                address -> {
                  addresses.add(address);
                  domain(address).ifPresent(domains::add);
                });
      }
    }
    boolean organizedBySelf = organizer != null && GoogleJson.flag(organizer, "self");
    Optional<String> organizing = organizer == null ? Optional.empty() : address(organizer);
    organizing.filter(_ -> !organizedBySelf).ifPresent(addresses::add);
    return new GoogleGuests(
        organizedBySelf,
        organizing.flatMap(GoogleGuests::domain).orElse(null),
        domains.stream().limit(SourceEvent.MOST_DOMAINS).toList(),
        guests,
        AttendeeAddresses.of(addresses),
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

  private static Optional<String> address(JsonNode person) {
    return Optional.ofNullable(GoogleJson.text(person, "email"))
        .map(address -> address.strip().toLowerCase(Locale.ROOT))
        .filter(address -> address.indexOf('@') > 0 && address.length() <= LONGEST_ADDRESS);
  }

  private static Optional<String> domain(String address) {
    return Optional.of(address.substring(address.lastIndexOf('@') + 1))
        .filter(domain -> DOMAIN.matcher(domain).matches());
  }
}
