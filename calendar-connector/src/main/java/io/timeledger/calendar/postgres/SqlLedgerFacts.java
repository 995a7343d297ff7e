package io.timeledger.calendar.postgres;

import static io.timeledger.calendar.postgres.CalendarColumns.CLOCK;
import static io.timeledger.calendar.postgres.CalendarColumns.isAny;
import static io.timeledger.calendar.postgres.CalendarColumns.wireName;
import static io.timeledger.schemas.jooq.calendar.Tables.CONNECTION;
import static io.timeledger.schemas.jooq.calendar.Tables.CONVERSION;
import static io.timeledger.schemas.jooq.calendar.Tables.LANE;
import static io.timeledger.schemas.jooq.calendar.Tables.MARK;
import static io.timeledger.schemas.jooq.calendar.Tables.MEMBER;
import static io.timeledger.schemas.jooq.calendar.Tables.PROGRESS;
import static io.timeledger.schemas.jooq.calendar.Tables.ROUND;
import static io.timeledger.schemas.jooq.calendar.Tables.SECRET;
import static org.jooq.impl.DSL.excluded;

import io.timeledger.calendar.intake.LedgerFacts;
import io.timeledger.calendar.intake.MemberKey;
import io.timeledger.calendar.intake.TakenRecord.TakenSecret;
import io.timeledger.schemas.id.BlockId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.jooq.calendar.tables.records.ConnectionRecord;
import io.timeledger.schemas.resource.Connection;
import io.timeledger.schemas.resource.ConnectionStatus;
import io.timeledger.schemas.resource.Member;
import io.timeledger.schemas.resource.TimeEntry;
import io.timeledger.schemas.restricted.ConnectionSecret;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;

/// What the ledger decided, in PostgreSQL.
final class SqlLedgerFacts implements LedgerFacts {
  private final DSLContext tx;
  private final boolean publish;
  private final CalendarRows calendars;

  SqlLedgerFacts(DSLContext tx, boolean publish) {
    this.tx = tx;
    this.publish = publish;
    this.calendars = new CalendarRows(tx, publish);
  }

  @Override
  public Map<WorkspaceId, Long> seen(Set<WorkspaceId> workspaces) {
    Map<WorkspaceId, Long> seen = new HashMap<>();
    tx.selectFrom(PROGRESS)
        .where(isAny(PROGRESS.WORKSPACE_ID, workspaces.stream().map(WorkspaceId::value).toList()))
        .forEach(row -> seen.put(new WorkspaceId(row.getWorkspaceId()), row.getSequence()));
    return seen;
  }

  @Override
  public void keepSeen(Map<WorkspaceId, Long> seen) {
    seen.entrySet().stream()
        // Lock order; prevents deadlock.
        .sorted(Map.Entry.comparingByKey(java.util.Comparator.comparing(WorkspaceId::value)))
        .forEach(
            entry ->
                tx.insertInto(PROGRESS)
                    .set(PROGRESS.WORKSPACE_ID, entry.getKey().value())
                    .set(PROGRESS.SEQUENCE, entry.getValue())
                    .onConflict(PROGRESS.WORKSPACE_ID)
                    .doUpdate()
                    .set(PROGRESS.SEQUENCE, excluded(PROGRESS.SEQUENCE))
                    .execute());
  }

  @Override
  public void lock(Set<MemberKey> members) {
    MemberLocks.lock(tx, members);
  }

  @Override
  public void put(Member member) {
    tx.insertInto(MEMBER)
        .set(MEMBER.WORKSPACE_ID, member.workspaceId().value())
        .set(MEMBER.USER_ID, member.id().value())
        .set(MEMBER.TIMEZONE, member.timezone().getId())
        .set(MEMBER.ACTIVE, member.active())
        .set(MEMBER.SEQUENCE, member.sequence())
        .onConflict(MEMBER.WORKSPACE_ID, MEMBER.USER_ID)
        .doUpdate()
        .set(MEMBER.TIMEZONE, excluded(MEMBER.TIMEZONE))
        .set(MEMBER.ACTIVE, excluded(MEMBER.ACTIVE))
        .set(MEMBER.SEQUENCE, excluded(MEMBER.SEQUENCE))
        .where(MEMBER.SEQUENCE.lt(excluded(MEMBER.SEQUENCE)))
        .execute();
  }

  @Override
  public void erase(MemberKey member) {
    String workspace = member.workspaceId().value();
    String user = member.userId().value();
    tx.selectFrom(CONNECTION)
        .where(CONNECTION.WORKSPACE_ID.eq(workspace))
        .and(CONNECTION.USER_ID.eq(user))
        .forEach(
            row -> {
              if (row.getConfig() != null) {
                forget(ConnectionRows.connection(row.getConfig()));
              }
            });
    eraseMarks(member);
    tx.deleteFrom(CONNECTION)
        .where(CONNECTION.WORKSPACE_ID.eq(workspace))
        .and(CONNECTION.USER_ID.eq(user))
        .execute();
    tx.deleteFrom(ROUND)
        .where(ROUND.WORKSPACE_ID.eq(workspace))
        .and(ROUND.USER_ID.eq(user))
        .execute();
    tx.deleteFrom(CONVERSION)
        .where(CONVERSION.WORKSPACE_ID.eq(workspace))
        .and(CONVERSION.USER_ID.eq(user))
        .execute();
    tx.deleteFrom(MEMBER)
        .where(MEMBER.WORKSPACE_ID.eq(workspace))
        .and(MEMBER.USER_ID.eq(user))
        .execute();
  }

  @Override
  public void put(Connection connection) {
    Optional<ConnectionRecord> known =
        tx.selectFrom(CONNECTION).where(CONNECTION.ID.eq(connection.id().value())).fetchOptional();
    if (known.isPresent() && known.get().getSequence() >= connection.sequence()) {
      return;
    }
    // An address has no account that others could share: each is a lane of its own.
    String lane = connection.id().value();
    tx.insertInto(LANE)
        .set(LANE.ID, lane)
        .set(LANE.PROVIDER, wireName(connection.provider()))
        .onConflictDoNothing()
        .execute();
    Leases.lock(tx, List.of(lane));
    boolean begins =
        known.isEmpty()
            || known.get().getConfig() == null
            || isConnectedAgain(connection, known.get());
    Connection before =
        known.map(ConnectionRecord::getConfig).map(ConnectionRows::connection).orElse(connection);
    write(connection, lane);
    if (begins) {
      begin(connection, lane);
    }
    follow(before, connection);
    Leases.refresh(tx, lane);
  }

  @Override
  public void disconnect(Connection connection) {
    Optional<ConnectionRecord> known =
        tx.selectFrom(CONNECTION).where(CONNECTION.ID.eq(connection.id().value())).fetchOptional();
    if (known.isPresent() && known.get().getSequence() < connection.sequence()) {
      forget(connection);
      tx.update(CONNECTION)
          .set(CONNECTION.SEQUENCE, connection.sequence())
          .set(CONNECTION.VERSION, connection.version())
          .set(CONNECTION.DELETED_AT, connection.deletedAt())
          .setNull(CONNECTION.CONFIG)
          .setNull(CONNECTION.ERROR)
          .setNull(CONNECTION.ERROR_SINCE)
          .setNull(CONNECTION.CALENDARS_DUE_AT)
          .setNull(CONNECTION.REQUESTED_ROUND_ID)
          .where(CONNECTION.ID.eq(connection.id().value()))
          .execute();
    }
  }

  @Override
  public void put(TakenSecret taken) {
    String id = taken.connectionId().value();
    Leases.lock(tx, List.of(id));
    ConnectionSecret secret = taken.secret();
    if (secret == null) {
      tx.deleteFrom(SECRET).where(SECRET.CONNECTION_ID.eq(id)).execute();
    } else {
      int changed =
          tx.insertInto(SECRET)
              .set(SECRET.CONNECTION_ID, id)
              .set(SECRET.WORKSPACE_ID, secret.workspaceId().value())
              .set(SECRET.VERSION, secret.version())
              .set(SECRET.SEALED, ConnectionRows.json(secret))
              .onConflict(SECRET.CONNECTION_ID)
              .doUpdate()
              .set(SECRET.VERSION, excluded(SECRET.VERSION))
              .set(SECRET.SEALED, excluded(SECRET.SEALED))
              .where(SECRET.VERSION.lt(excluded(SECRET.VERSION)))
              .execute();
      if (changed > 0) {
        listAgain(id);
      }
    }
    Leases.refresh(tx, id);
  }

  @Override
  public void convert(TimeEntry entry, BlockId block) {
    new EntryOfBlock(tx, publish).note(entry, block);
  }

  private static boolean isConnectedAgain(Connection connection, ConnectionRecord known) {
    return connection.status() == ConnectionStatus.CONNECTING
        && !wireName(ConnectionStatus.CONNECTING).equals(known.getStatus());
  }

  private void write(Connection connection, String lane) {
    Map<org.jooq.Field<?>, Object> values =
        Map.of(
            CONNECTION.STATUS, wireName(connection.status()),
            CONNECTION.VERSION, connection.version(),
            CONNECTION.SEQUENCE, connection.sequence(),
            CONNECTION.CONFIG, ConnectionRows.json(connection));
    tx.insertInto(CONNECTION)
        .set(CONNECTION.ID, connection.id().value())
        .set(CONNECTION.WORKSPACE_ID, connection.workspaceId().value())
        .set(CONNECTION.USER_ID, connection.userId().value())
        .set(CONNECTION.PROVIDER, wireName(connection.provider()))
        .set(CONNECTION.LANE_ID, lane)
        .set(CONNECTION.CREATED_AT, connection.createdAt())
        .set(values)
        .onConflict(CONNECTION.ID)
        .doUpdate()
        .set(values)
        .setNull(CONNECTION.DELETED_AT)
        .execute();
  }

  /// It is connected, or again: what went wrong before does not count.
  private void begin(Connection connection, String lane) {
    listAgain(connection.id().value());
    tx.update(CONNECTION)
        .set(CONNECTION.HEALTH, wireName(ConnectionStatus.CONNECTING))
        .setNull(CONNECTION.ERROR)
        .setNull(CONNECTION.ERROR_SINCE)
        .setNull(CONNECTION.REPORTED_STATUS)
        .setNull(CONNECTION.REPORTED_VERSION)
        .where(CONNECTION.ID.eq(connection.id().value()))
        .execute();
    tx.update(LANE)
        .set(LANE.FAIL_STREAK, 0)
        .setNull(LANE.HOLD_UNTIL)
        .setNull(LANE.HOLD_REASON)
        .where(LANE.ID.eq(lane))
        .execute();
    calendars.readAgain(connection, "connected");
  }

  private void follow(Connection before, Connection now) {
    if (!Objects.equals(before.calendarIds(), now.calendarIds())) {
      calendars.select(now);
    }
    if (before.showPrivateTitles() && !now.showPrivateTitles()) {
      calendars.hidePrivateTitles(now);
    }
    if (before.showPrivateTitles() != now.showPrivateTitles()
        || before.daysBack() != now.daysBack()
        || before.daysAhead() != now.daysAhead()) {
      calendars.readAgain(now, "changed");
    }
  }

  private void listAgain(String connection) {
    tx.update(CONNECTION)
        .set(CONNECTION.CALENDARS_DUE_AT, CLOCK)
        .where(CONNECTION.ID.eq(connection))
        .and(CONNECTION.DELETED_AT.isNull())
        .execute();
    tx.update(LANE)
        .setNull(LANE.HOLD_UNTIL)
        .setNull(LANE.HOLD_REASON)
        .where(LANE.ID.eq(connection))
        .execute();
  }

  private void forget(Connection connection) {
    String id = connection.id().value();
    Leases.lock(tx, List.of(id));
    calendars.forgetAll(connection);
    tx.deleteFrom(LANE).where(LANE.ID.eq(id)).execute();
    tx.deleteFrom(SECRET).where(SECRET.CONNECTION_ID.eq(id)).execute();
    tx.update(ROUND)
        .set(ROUND.ENDED_AT, CLOCK)
        .set(ROUND.OUTCOME, "failed")
        .set(ROUND.ERROR, "disconnected")
        .where(ROUND.CONNECTION_ID.eq(id))
        .and(ROUND.ENDED_AT.isNull())
        .execute();
  }

  private void eraseMarks(MemberKey member) {
    List<OutgoingRecord> tombstones =
        tx.deleteFrom(MARK)
            .where(MARK.WORKSPACE_ID.eq(member.workspaceId().value()))
            .and(MARK.USER_ID.eq(member.userId().value()))
            .returning(MARK.BLOCK_ID)
            .fetch(row -> OutgoingRecord.restored(member, new BlockId(row.getBlockId())));
    CalendarOutbox.put(tx, tombstones);
    MemberLocks.changed(tx, member);
  }
}
