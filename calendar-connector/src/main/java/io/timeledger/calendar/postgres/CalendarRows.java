package io.timeledger.calendar.postgres;

import static io.timeledger.calendar.postgres.CalendarColumns.CLOCK;
import static io.timeledger.calendar.postgres.CalendarColumns.isAny;
import static io.timeledger.calendar.postgres.CalendarColumns.wireName;
import static io.timeledger.schemas.jooq.calendar.Tables.BLOCK;
import static io.timeledger.schemas.jooq.calendar.Tables.CALENDAR_;
import static io.timeledger.schemas.jooq.calendar.Tables.SOURCE;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.excluded;

import io.timeledger.calendar.intake.MemberKey;
import io.timeledger.calendar.provider.CalendarListing;
import io.timeledger.calendar.provider.Window;
import io.timeledger.calendar.round.ListedCalendar;
import io.timeledger.schemas.id.CalendarId;
import io.timeledger.schemas.resource.Connection;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/// Writes calendars of connections in a transaction that holds the member's lock.
final class CalendarRows {
  private final DSLContext tx;
  private final boolean publish;

  CalendarRows(DSLContext tx, boolean publish) {
    this.tx = tx;
    this.publish = publish;
  }

  /// Upserts the listed calendars and deletes all others of the connection.
  void put(Connection connection, List<ListedCalendar> calendars) {
    for (ListedCalendar calendar : calendars) {
      CalendarListing listing = calendar.listing();
      ZoneId zone = listing.zone();
      tx.insertInto(CALENDAR_)
          .set(CALENDAR_.ID, calendar.id().value())
          .set(CALENDAR_.CONNECTION_ID, connection.id().value())
          .set(CALENDAR_.WORKSPACE_ID, connection.workspaceId().value())
          .set(CALENDAR_.USER_ID, connection.userId().value())
          .set(CALENDAR_.PROVIDER_REF, listing.ref().value())
          .set(CALENDAR_.NAME, listing.name())
          .set(CALENDAR_.ZONE, zone == null ? null : zone.getId())
          .set(CALENDAR_.ACCESS_ROLE, wireName(listing.role()))
          .set(CALENDAR_.IS_PRIMARY, listing.primary())
          .set(CALENDAR_.SELECTED, false)
          .onConflict(CALENDAR_.ID)
          .doUpdate()
          .set(CALENDAR_.NAME, coalesce(excluded(CALENDAR_.NAME), CALENDAR_.NAME))
          .set(CALENDAR_.ZONE, coalesce(excluded(CALENDAR_.ZONE), CALENDAR_.ZONE))
          .set(CALENDAR_.ACCESS_ROLE, excluded(CALENDAR_.ACCESS_ROLE))
          .set(CALENDAR_.IS_PRIMARY, excluded(CALENDAR_.IS_PRIMARY))
          .execute();
    }
    Set<String> listed = new HashSet<>();
    calendars.forEach(calendar -> listed.add(calendar.id().value()));
    forget(connection, CALENDAR_.ID.notIn(listed), true);
    select(connection);
  }

  /// Selects the calendars that the owner chose, or the primary one, and makes new ones due.
  /// Deselects all others and deletes their sources.
  void select(Connection connection) {
    List<CalendarId> chosen = connection.calendarIds();
    Condition wanted =
        chosen == null
            ? CALENDAR_.IS_PRIMARY.isTrue()
            : isAny(CALENDAR_.ID, chosen.stream().map(CalendarId::value).toList());
    Condition own = CALENDAR_.CONNECTION_ID.eq(connection.id().value());
    forget(connection, CALENDAR_.SELECTED.isTrue().and(DSL.not(wanted)), false);
    tx.update(CALENDAR_)
        .set(CALENDAR_.SELECTED, true)
        .set(CALENDAR_.DUE_AT, CLOCK)
        .set(CALENDAR_.DUE_REASON, "chosen")
        .set(CALENDAR_.DUE_COUNT, CALENDAR_.DUE_COUNT.plus(1))
        .where(own.and(wanted).and(DSL.not(CALENDAR_.SELECTED)))
        .execute();
    if (!tx.fetchExists(CALENDAR_, own.and(CALENDAR_.SELECTED))) {
      // A requested round has nothing to read.
      RoundRows.endRequested(tx, connection.id(), tx.fetchValue(CLOCK), "succeeded", null);
    }
  }

  /// Deletes all calendars and sources of the connection, and the blocks left without sources,
  /// including converted ones.
  void forgetAll(Connection connection) {
    MemberKey member = member(connection);
    Set<String> blocks = blocks(connection, DSL.trueCondition());
    blocks.addAll(
        tx.select(BLOCK.ID)
            .from(BLOCK)
            .where(BLOCK.CONNECTION_ID.eq(connection.id().value()))
            .fetch(BLOCK.ID));
    tx.deleteFrom(CALENDAR_).where(CALENDAR_.CONNECTION_ID.eq(connection.id().value())).execute();
    folded(member).fold(blocks, Optional.empty());
  }

  /// Deletes stored titles of private events.
  void hidePrivateTitles(Connection connection) {
    Condition own =
        SOURCE.CALENDAR_ID.in(
            DSL.select(CALENDAR_.ID)
                .from(CALENDAR_)
                .where(CALENDAR_.CONNECTION_ID.eq(connection.id().value())));
    Set<String> blocks = new TreeSet<>();
    tx.select(SOURCE.CALENDAR_ID, SOURCE.EVENT_REF, SOURCE.BLOCK_ID, SOURCE.EVENT)
        .from(SOURCE)
        .where(own)
        .forEach(
            row -> {
              EventColumn event = EventColumn.read(row.get(SOURCE.EVENT));
              if (event.isPrivate() && event.title() != null) {
                blocks.add(row.get(SOURCE.BLOCK_ID));
                tx.update(SOURCE)
                    .set(SOURCE.EVENT, event.untitled().json())
                    .set(SOURCE.VERSION_HASH, "")
                    .where(SOURCE.CALENDAR_ID.eq(row.get(SOURCE.CALENDAR_ID)))
                    .and(SOURCE.EVENT_REF.eq(row.get(SOURCE.EVENT_REF)))
                    .execute();
              }
            });
    refold(member(connection), blocks);
  }

  /// Makes all selected calendars of the connection due for a full round. A round under way is
  /// superseded.
  void readAgain(Connection connection, String reason) {
    tx.update(CALENDAR_)
        .setNull(CALENDAR_.CURSOR)
        .set(CALENDAR_.GENERATION, CALENDAR_.GENERATION.plus(1))
        .set(CALENDAR_.DUE_AT, CLOCK)
        .set(CALENDAR_.DUE_REASON, reason)
        .set(CALENDAR_.DUE_COUNT, CALENDAR_.DUE_COUNT.plus(1))
        .where(CALENDAR_.CONNECTION_ID.eq(connection.id().value()))
        .and(CALENDAR_.SELECTED)
        .execute();
  }

  /// Converted blocks go too: their meetings are not gone, and no later round would remove them.
  private void forget(Connection connection, Condition which, boolean calendarsToo) {
    Condition own = CALENDAR_.CONNECTION_ID.eq(connection.id().value()).and(which);
    Set<String> blocks = blocks(connection, which);
    blocks.addAll(
        tx.select(BLOCK.ID)
            .from(BLOCK)
            .where(BLOCK.CALENDAR_ID.in(DSL.select(CALENDAR_.ID).from(CALENDAR_).where(own)))
            .and(BLOCK.CONNECTION_ID.eq(connection.id().value()))
            .fetch(BLOCK.ID));
    ChannelRows.leave(tx, tx.select(CALENDAR_.ID).from(CALENDAR_).where(own).fetch(CALENDAR_.ID));
    if (calendarsToo) {
      tx.deleteFrom(CALENDAR_).where(own).execute();
    } else {
      tx.deleteFrom(SOURCE)
          .where(SOURCE.CALENDAR_ID.in(DSL.select(CALENDAR_.ID).from(CALENDAR_).where(own)))
          .execute();
      tx.update(CALENDAR_)
          .set(CALENDAR_.SELECTED, false)
          .setNull(CALENDAR_.CURSOR)
          // A round under way is superseded.
          .set(CALENDAR_.GENERATION, CALENDAR_.GENERATION.plus(1))
          .setNull(CALENDAR_.DUE_AT)
          .setNull(CALENDAR_.CHANNELS_DUE_AT)
          .where(own)
          .execute();
    }
    folded(member(connection)).fold(blocks, Optional.empty());
  }

  private Set<String> blocks(Connection connection, Condition which) {
    return new TreeSet<>(
        tx.selectDistinct(SOURCE.BLOCK_ID)
            .from(SOURCE)
            .join(CALENDAR_)
            .on(CALENDAR_.ID.eq(SOURCE.CALENDAR_ID))
            .where(CALENDAR_.CONNECTION_ID.eq(connection.id().value()))
            .and(which)
            .fetch(SOURCE.BLOCK_ID));
  }

  private void refold(MemberKey member, Set<String> blocks) {
    ZoneId zone = ConnectionRows.zone(tx, member);
    Optional<Window> window = ConnectionRows.window(tx, member, zone);
    folded(member).fold(blocks, window);
  }

  private FoldedBlocks folded(MemberKey member) {
    return new FoldedBlocks(tx, member, ConnectionRows.zone(tx, member), publish);
  }

  private static MemberKey member(Connection connection) {
    return new MemberKey(connection.workspaceId(), connection.userId());
  }
}
