package io.timeledger.calendar.provider;

import java.time.ZoneId;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// The member whose calendar is read.
///
/// @param zone applied to times that name no zone
/// @param addresses known e-mail addresses of the member, in lower case
public record CalendarOwner(ZoneId zone, Set<String> addresses) {
  public CalendarOwner {
    addresses =
        addresses.stream()
            .map(address -> address.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
  }

  /// With the address of the account that is read.
  public CalendarOwner as(Access access) {
    return switch (access) {
      case Access.OAuthToken token when token.address() != null -> with(token.address());
      case Access.OAuthToken _, Access.IcsAddress _ -> this;
    };
  }

  private CalendarOwner with(String address) {
    Set<String> all = new HashSet<>(addresses);
    all.add(address.strip());
    return new CalendarOwner(zone, all);
  }

  /// Does not contain the addresses.
  @Override
  public String toString() {
    return "CalendarOwner[zone=" + zone + "]";
  }
}
