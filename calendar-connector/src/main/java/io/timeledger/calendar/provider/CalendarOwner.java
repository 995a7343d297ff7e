package io.timeledger.calendar.provider;

import java.time.ZoneId;
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

  /// Does not contain the addresses.
  @Override
  public String toString() {
    return "CalendarOwner[zone=" + zone + "]";
  }
}
