package io.timeledger.calendar.provider.ics;

import io.timeledger.calendar.provider.CalendarOwner;
import io.timeledger.calendar.provider.MailAddress;
import io.timeledger.calendar.provider.ParticipationStatus;
import io.timeledger.calendar.provider.SourceEvent;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What is kept of attendees: counts and domains.
///
/// @param guests number without rooms, resources and the owner
record GuestList(
    boolean organizedBySelf,
    @Nullable String organizerDomain,
    List<String> domains,
    int guests,
    ParticipationStatus answer) {
  private static final String SCHEME = "mailto:";

  static GuestList of(IcsComponent event, CalendarOwner owner) {
    Optional<MailAddress> organizer =
        Optional.ofNullable(event.line("ORGANIZER")).flatMap(GuestList::address);
    Set<String> domains = new TreeSet<>();
    Set<MailAddress> known = new HashSet<>();
    int unknown = 0;
    ParticipationStatus answer = ParticipationStatus.NONE;
    for (ContentLine guest : event.lines("ATTENDEE")) {
      Optional<MailAddress> address = address(guest);
      if (address.isPresent() && owner.addresses().contains(address.get().text())) {
        answer = answer(guest);
      } else if (!guest.hasParam("CUTYPE", "ROOM") && !guest.hasParam("CUTYPE", "RESOURCE")) {
        unknown += address.isEmpty() ? 1 : 0;
        address.ifPresent(known::add);
        address.flatMap(MailAddress::domain).ifPresent(domains::add);
      }
    }
    return new GuestList(
        organizer.isPresent() && owner.addresses().contains(organizer.get().text()),
        organizer.flatMap(MailAddress::domain).orElse(null),
        domains.stream().limit(SourceEvent.MOST_DOMAINS).toList(),
        known.size() + unknown,
        answer);
  }

  private static Optional<MailAddress> address(ContentLine guest) {
    String uri = guest.value().strip();
    boolean mailto = uri.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    return MailAddress.of(mailto ? uri.substring(SCHEME.length()) : uri)
        .or(() -> MailAddress.of(guest.param("EMAIL")));
  }

  private static ParticipationStatus answer(ContentLine self) {
    String answer = self.param("PARTSTAT");
    if (answer == null) {
      return ParticipationStatus.UNANSWERED;
    }
    return switch (answer.toUpperCase(Locale.ROOT)) {
      case "ACCEPTED", "COMPLETED", "IN-PROCESS" -> ParticipationStatus.ACCEPTED;
      case "TENTATIVE" -> ParticipationStatus.TENTATIVE;
      // An owner who delegates does not attend.
      case "DECLINED", "DELEGATED" -> ParticipationStatus.DECLINED;
      default -> ParticipationStatus.UNANSWERED;
    };
  }
}
