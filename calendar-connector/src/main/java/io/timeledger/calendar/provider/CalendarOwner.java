package io.timeledger.calendar.provider;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// Whose calendar is read.
///
/// @param zone for times without one
/// @param addresses e-mail addresses in lower case, as far as known
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
