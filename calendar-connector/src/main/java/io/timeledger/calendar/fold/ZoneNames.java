package io.timeledger.calendar.fold;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Looks up the names of time zones in events. Those of Windows come from Outlook, also in events
/// of other providers.
public final class ZoneNames {
  private static final Map<String, ZoneId> IANA =
      ZoneId.getAvailableZoneIds().stream()
          .collect(
              Collectors.toUnmodifiableMap(
                  id -> id.toLowerCase(Locale.ROOT), ZoneId::of, (one, other) -> one));

  private ZoneNames() {}

  /// The zone of a name known to IANA or Windows, ignoring case; empty for other names.
  public static Optional<ZoneId> find(@Nullable String name) {
    if (name == null) {
      return Optional.empty();
    }
    String id = name.strip().toLowerCase(Locale.ROOT);
    return Optional.ofNullable(IANA.get(id)).or(() -> WindowsZones.find(id));
  }
}
