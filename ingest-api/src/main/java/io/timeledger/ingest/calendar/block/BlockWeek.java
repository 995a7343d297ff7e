package io.timeledger.ingest.calendar.block;

import io.timeledger.ingest.access.Caller;
import io.timeledger.ingest.access.Directory;
import io.timeledger.ingest.settings.StoredSettings;
import io.timeledger.schemas.resource.Settings;
import io.timeledger.schemas.restricted.MemberProfile;
import java.time.DayOfWeek;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;

/// This week in the member's zone, from the workspace's first day of the week.
final class BlockWeek {
  private final Directory directory;
  private final StoredSettings settings;
  private final InstantSource clock;

  BlockWeek(Directory directory, StoredSettings settings, InstantSource clock) {
    this.directory = directory;
    this.settings = settings;
    this.clock = clock;
  }

  /// Adds this week to a filter without days.
  BlockFilter of(Caller caller, BlockFilter filter) {
    if (filter.from() != null) {
      return filter;
    }
    ZoneId zone =
        directory
            .member(caller.workspaceId(), caller.userId())
            .map(MemberProfile::timezone)
            .orElse(ZoneOffset.UTC);
    LocalDate first =
        LocalDate.ofInstant(clock.instant(), zone)
            .with(TemporalAdjusters.previousOrSame(firstDay(caller)));
    return filter.orWithin(first, first.plusDays(6));
  }

  private DayOfWeek firstDay(Caller caller) {
    int day =
        settings
            .find(caller.workspaceId())
            .map(found -> found.required("week_start_day").asInt())
            .orElseGet(() -> Settings.defaults(caller.workspaceId()).weekStartDay());
    // Sunday is 0
    return DayOfWeek.of(day == 0 ? 7 : day);
  }
}
