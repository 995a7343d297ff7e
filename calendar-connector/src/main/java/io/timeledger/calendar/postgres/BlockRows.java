package io.timeledger.calendar.postgres;

import static io.timeledger.calendar.postgres.CalendarColumns.json;
import static io.timeledger.calendar.postgres.CalendarColumns.wireName;

import io.timeledger.calendar.fold.Drift;
import io.timeledger.calendar.fold.FoldedBlock;
import io.timeledger.calendar.fold.LocalDays;
import io.timeledger.calendar.intake.MemberKey;
import io.timeledger.calendar.provider.EventTime;
import io.timeledger.calendar.provider.EventTime.AllDay;
import io.timeledger.calendar.provider.EventTime.Timed;
import io.timeledger.schemas.jooq.calendar.tables.records.BlockRecord;
import java.time.ZoneId;
import java.util.Optional;
import org.jooq.JSONB;

/// Maps folded blocks of a member to rows.
///
/// @param zone of the member
record BlockRows(MemberKey member, ZoneId zone) {
  private static final JSONB NONE = JSONB.valueOf("[]");

  /// The connection of a calendar, and its provider.
  record CalendarPlace(String connectionId, String provider) {}

  /// The row of a block, with version 0; the caller sets the version.
  BlockRecord row(String id, FoldedBlock block, CalendarPlace place, Optional<Drift> drift) {
    BlockRecord row = new BlockRecord();
    row.setWorkspaceId(member.workspaceId().value());
    row.setId(id);
    row.setUserId(member.userId().value());
    row.setCalendarId(block.calendarId().value());
    row.setConnectionId(place.connectionId());
    row.setProvider(place.provider());
    row.setKind(wireName(block.kind()));
    row.setTitle(block.title());
    row.setPrivate(block.isPrivate());
    row.setTentative(block.tentative());
    switch (block.time()) {
      case Timed timed -> {
        row.setStartedAt(timed.start());
        row.setEndedAt(timed.end());
        row.setTimezone(timed.zone().getId());
      }
      case AllDay days -> {
        row.setStartDate(days.start());
        row.setEndDate(days.endExclusive());
        row.setTimezone(zone.getId());
      }
    }
    row.setLogDate(LocalDays.logDate(block.time(), zone));
    row.setRecurring(block.recurring());
    row.setOrganizerDomain(block.organizerDomain());
    row.setAttendeeDomains(block.attendeeDomains().toArray(String[]::new));
    row.setContactHashes(block.contactHashes().toArray(String[]::new));
    row.setGuests(block.guests());
    row.setSources(json(block.sources()));
    row.setDrift(drift.map(CalendarColumns::wireName).orElse(null));
    row.setVersion(0);
    return row;
  }

  /// When the block takes place.
  static EventTime time(BlockRecord row) {
    return row.getStartDate() == null
        ? new Timed(row.getStartedAt(), row.getEndedAt(), ZoneId.of(row.getTimezone()), false)
        : new AllDay(row.getStartDate(), row.getEndDate());
  }

  /// The row of a converted block that has no visible source left.
  static BlockRecord withoutSources(BlockRecord last, Drift drift) {
    BlockRecord row = new BlockRecord();
    row.from(last);
    row.setSources(NONE);
    row.setDrift(wireName(drift));
    return row;
  }
}
