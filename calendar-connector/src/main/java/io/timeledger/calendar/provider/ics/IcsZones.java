package io.timeledger.calendar.provider.ics;

import io.timeledger.calendar.fold.ZoneNames;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Resolves the time zones of a file. A name known to IANA or Windows gets today's rules, even if
/// the file defines it differently; another name gets the file's definition; without one, the
/// member's zone applies, as it does to times without a zone.
final class IcsZones {
  private final ZoneId member;
  private final Map<String, IcsComponent> described = new HashMap<>();
  private final Map<String, ZoneClock> known = new HashMap<>();
  private final ZoneTableBuilder tables;

  IcsZones(ZoneId member, List<IcsComponent> zones, ZoneTableBuilder tables) {
    this.member = member;
    this.tables = tables;
    for (IcsComponent zone : zones) {
      String id = zone.value("TZID");
      if (id != null) {
        described.putIfAbsent(id, zone);
      }
    }
  }

  /// The zone of a name known to IANA or Windows. Some programs add a prefix:
  /// `/mozilla.org/20070129_1/Europe/Berlin`.
  static Optional<ZoneId> find(@Nullable String name) {
    Optional<ZoneId> zone = ZoneNames.find(name);
    if (zone.isPresent() || name == null || !name.strip().startsWith("/")) {
      return zone;
    }
    for (int slash = name.indexOf('/'); slash >= 0; slash = name.indexOf('/', slash + 1)) {
      zone = ZoneNames.find(name.substring(slash + 1));
      if (zone.isPresent()) {
        return zone;
      }
    }
    return Optional.empty();
  }

  /// @param tzid null for a floating time
  ZoneClock clock(@Nullable String tzid) {
    return tzid == null ? ZoneClock.of(member) : known.computeIfAbsent(tzid.strip(), this::look);
  }

  private ZoneClock look(String tzid) {
    Optional<ZoneId> named = find(tzid);
    if (named.isPresent()) {
      return ZoneClock.of(named.get());
    }
    IcsComponent zone = described.get(tzid);
    if (zone == null) {
      return guess();
    }
    return find(zone.value("X-LIC-LOCATION"))
        .map(ZoneClock::of)
        .or(() -> tables.build(zone).map(rules -> new ZoneClock(member, rules, false)))
        .orElseGet(this::guess);
  }

  private ZoneClock guess() {
    return new ZoneClock(member, member.getRules(), true);
  }
}
