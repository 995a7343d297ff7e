package io.timeledger.calendar.provider.graph;

import io.timeledger.calendar.fold.WindowsZones;
import io.timeledger.calendar.provider.CalendarOwner;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The zone of an event.
///
/// @param guessed whether the member's zone stands in for one without a known name, such as
///     `tzone://Microsoft/Custom`
record GraphZone(ZoneId zone, boolean guessed) {
  private static final Set<String> IANA = Set.copyOf(ZoneId.getAvailableZoneIds());

  /// @param name of Windows or of the IANA database
  static GraphZone of(@Nullable String name, CalendarOwner owner) {
    return Optional.ofNullable(name)
        .flatMap(GraphZone::find)
        .map(zone -> new GraphZone(zone, false))
        .orElseGet(() -> new GraphZone(owner.zone(), true));
  }

  private static Optional<ZoneId> find(String name) {
    if (IANA.contains(name)) {
      return Optional.of(ZoneId.of(name));
    }
    return WindowsZones.find(name);
  }
}
