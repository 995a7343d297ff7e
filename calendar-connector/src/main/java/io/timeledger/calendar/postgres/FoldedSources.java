package io.timeledger.calendar.postgres;

import static io.timeledger.calendar.postgres.CalendarColumns.constant;
import static io.timeledger.calendar.postgres.CalendarColumns.isAny;
import static io.timeledger.schemas.jooq.calendar.Tables.CALENDAR_;
import static io.timeledger.schemas.jooq.calendar.Tables.CONNECTION;
import static io.timeledger.schemas.jooq.calendar.Tables.SOURCE;

import io.timeledger.calendar.fold.FoldedSource;
import io.timeledger.calendar.fold.HiddenReason;
import io.timeledger.calendar.intake.MemberKey;
import io.timeledger.calendar.provider.CalendarListing.AccessRole;
import io.timeledger.calendar.provider.SourceEvent;
import io.timeledger.schemas.id.CalendarId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Record;

/// Reads the sources of blocks.
final class FoldedSources {
  private FoldedSources() {}

  /// Sources by block, each list ordered by calendar and event.
  static Map<String, List<FoldedSource>> of(
      DSLContext tx, MemberKey member, Collection<String> blocks) {
    Map<String, List<FoldedSource>> sources = new HashMap<>();
    tx.select(
            SOURCE.BLOCK_ID,
            SOURCE.CALENDAR_ID,
            SOURCE.EVENT_REF,
            SOURCE.UID,
            SOURCE.SERIES_REF,
            SOURCE.ORIGINAL_START,
            SOURCE.EVENT,
            SOURCE.CONTACT_HASHES,
            SOURCE.HIDDEN_REASON,
            CALENDAR_.IS_PRIMARY,
            CALENDAR_.ACCESS_ROLE,
            CONNECTION.CREATED_AT)
        .from(SOURCE)
        .join(CALENDAR_)
        .on(CALENDAR_.ID.eq(SOURCE.CALENDAR_ID))
        .join(CONNECTION)
        .on(CONNECTION.ID.eq(CALENDAR_.CONNECTION_ID))
        .where(SOURCE.WORKSPACE_ID.eq(member.workspaceId().value()))
        .and(SOURCE.USER_ID.eq(member.userId().value()))
        .and(isAny(SOURCE.BLOCK_ID, blocks))
        .orderBy(SOURCE.CALENDAR_ID, SOURCE.EVENT_REF)
        .forEach(
            row ->
                sources
                    .computeIfAbsent(row.get(SOURCE.BLOCK_ID), _ -> new ArrayList<>())
                    .add(source(row)));
    return sources;
  }

  private static FoldedSource source(Record row) {
    String hidden = row.get(SOURCE.HIDDEN_REASON);
    AccessRole role = constant(AccessRole.class, row.get(CALENDAR_.ACCESS_ROLE));
    return new FoldedSource(
        new CalendarId(row.get(SOURCE.CALENDAR_ID)),
        event(row),
        List.of(row.get(SOURCE.CONTACT_HASHES)),
        row.get(CALENDAR_.IS_PRIMARY),
        role == AccessRole.OWNER || role == AccessRole.WRITER,
        row.get(CONNECTION.CREATED_AT),
        hidden == null ? null : constant(HiddenReason.class, hidden));
  }

  static SourceEvent event(Record row) {
    return EventColumn.read(row.get(SOURCE.EVENT))
        .event(
            row.get(SOURCE.EVENT_REF),
            row.get(SOURCE.UID),
            row.get(SOURCE.SERIES_REF),
            row.get(SOURCE.ORIGINAL_START));
  }
}
