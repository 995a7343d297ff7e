package io.timeledger.calendar.provider.graph;

import io.timeledger.calendar.provider.AttendeeAddresses;
import io.timeledger.calendar.provider.CalendarOwner;
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

/// What is read of attendees. Their addresses are not kept.
///
/// @param count number without rooms, resources and the owner
record GraphGuests(
    @Nullable String organizerDomain,
    List<String> domains,
    int count,
    AttendeeAddresses attendees) {
  private static final int LONGEST_ADDRESS = 320;
  private static final Pattern DOMAIN = Pattern.compile("[\\p{L}\\p{N}.-]{1,253}");

  GraphGuests {
    domains = List.copyOf(domains);
  }

  static GraphGuests of(JsonNode event, CalendarOwner owner) {
    Set<String> known = new HashSet<>();
    Set<String> domains = new TreeSet<>();
    int unknown = 0;
    for (JsonNode guest : GraphFields.list(event, "attendees")) {
      if ("resource".equals(GraphFields.text(guest, "type"))) {
        continue;
      }
      Optional<String> address = address(guest);
      if (address.isEmpty()) {
        unknown++;
      } else if (!owner.addresses().contains(address.get()) && known.add(address.get())) {
        domain(address.get()).ifPresent(domains::add);
      }
    }
    int count = known.size() + unknown;
    Optional<String> organizer = address(GraphFields.object(event, "organizer"));
    organizer.filter(address -> !owner.addresses().contains(address)).ifPresent(known::add);
    return new GraphGuests(
        organizer.flatMap(GraphGuests::domain).orElse(null),
        domains.stream().limit(SourceEvent.MOST_DOMAINS).toList(),
        count,
        AttendeeAddresses.of(known));
  }

  // Exchange also has addresses of its own directory, which contain no `@`.
  private static Optional<String> address(JsonNode recipient) {
    String text = GraphFields.text(GraphFields.object(recipient, "emailAddress"), "address");
    return Optional.ofNullable(text)
        .map(address -> address.strip().toLowerCase(Locale.ROOT))
        .filter(address -> address.indexOf('@') > 0 && address.length() <= LONGEST_ADDRESS);
  }

  private static Optional<String> domain(String address) {
    return Optional.of(address.substring(address.lastIndexOf('@') + 1))
        .filter(domain -> DOMAIN.matcher(domain).matches());
  }
}
