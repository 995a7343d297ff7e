package io.timeledger.calendar.provider.graph;

import io.timeledger.calendar.fold.ZoneNames;
import io.timeledger.calendar.provider.CalendarOwner;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// The zone of an event.
///
/// @param guessed whether the member's zone stands in for one without a known name, such as
///     `tzone://Microsoft/Custom`
record GraphZone(ZoneId zone, boolean guessed) {
  /// @param name of Windows or of the IANA database
  static GraphZone of(@Nullable String name, CalendarOwner owner) {
    return ZoneNames.find(name)
        .map(zone -> new GraphZone(zone, false))
        .orElseGet(() -> new GraphZone(owner.zone(), true));
  }
}
