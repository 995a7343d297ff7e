package io.timeledger.twin.graph;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Map;

/// A few of Windows' names of zones. What has none here keeps its IANA name, which Graph takes and
/// gives, too.
final class OutlookZones {
  private static final Map<String, String> WINDOWS =
      Map.ofEntries(
          Map.entry("UTC", "UTC"),
          Map.entry("Z", "UTC"),
          Map.entry("Europe/Berlin", "W. Europe Standard Time"),
          Map.entry("Europe/London", "GMT Standard Time"),
          Map.entry("Europe/Paris", "Romance Standard Time"),
          Map.entry("America/New_York", "Eastern Standard Time"),
          Map.entry("America/Chicago", "Central Standard Time"),
          Map.entry("America/Los_Angeles", "Pacific Standard Time"),
          Map.entry("Asia/Kolkata", "India Standard Time"),
          Map.entry("Asia/Tokyo", "Tokyo Standard Time"),
          Map.entry("Pacific/Auckland", "New Zealand Standard Time"));

  private OutlookZones() {}

  static String name(ZoneId zone) {
    return WINDOWS.getOrDefault(zone.getId(), zone.getId());
  }

  static ZoneId zone(String name) {
    if (name.equals("UTC")) {
      return ZoneId.of("UTC");
    }
    String iana =
        WINDOWS.entrySet().stream()
            .filter(entry -> entry.getValue().equals(name))
            .map(Map.Entry::getKey)
            .findFirst()
            .orElse(name);
    try {
      return ZoneId.of(iana);
    } catch (DateTimeException e) {
      throw GraphErrors.badRequest("TimeZoneNotSupportedException", "Unknown zone " + name);
    }
  }
}
