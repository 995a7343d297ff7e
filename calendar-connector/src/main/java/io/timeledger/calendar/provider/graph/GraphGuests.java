package io.timeledger.calendar.provider.graph;

import io.timeledger.calendar.provider.AttendeeAddresses;
import io.timeledger.calendar.provider.CalendarOwner;
import io.timeledger.calendar.provider.MailAddress;
import io.timeledger.calendar.provider.SourceEvent;
import io.timeledger.calendar.provider.rest.JsonFields;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What is read of attendees. Their addresses are not kept.
///
/// @param count number without rooms, resources and the owner
record GraphGuests(
    @Nullable String organizerDomain,
    List<String> domains,
    int count,
    AttendeeAddresses attendees) {
  GraphGuests {
    domains = List.copyOf(domains);
  }

  static GraphGuests of(JsonNode event, CalendarOwner owner) {
    Set<MailAddress> known = new HashSet<>();
    Set<String> domains = new TreeSet<>();
    int unknown = 0;
    for (JsonNode guest : JsonFields.list(event, "attendees")) {
      if ("resource".equals(JsonFields.text(guest, "type"))) {
        continue;
      }
      Optional<MailAddress> address = address(guest);
      if (address.isEmpty()) {
        unknown++;
      } else if (!owner.addresses().contains(address.get().text()) && known.add(address.get())) {
        address.get().domain().ifPresent(domains::add);
      }
    }
    int count = known.size() + unknown;
    Optional<MailAddress> organizer = address(JsonFields.object(event, "organizer"));
    organizer.filter(address -> !owner.addresses().contains(address.text())).ifPresent(known::add);
    return new GraphGuests(
        organizer.flatMap(MailAddress::domain).orElse(null),
        domains.stream().limit(SourceEvent.MOST_DOMAINS).toList(),
        count,
        AttendeeAddresses.of(known));
  }

  private static Optional<MailAddress> address(JsonNode recipient) {
    return MailAddress.of(JsonFields.text(JsonFields.object(recipient, "emailAddress"), "address"));
  }
}
