package io.timeledger.calendar.postgres;

import static io.timeledger.calendar.postgres.CalendarColumns.CLOCK;
import static io.timeledger.calendar.postgres.CalendarColumns.wireName;
import static io.timeledger.schemas.jooq.calendar.Tables.CONNECTION;
import static io.timeledger.schemas.jooq.calendar.Tables.LANE;
import static io.timeledger.schemas.jooq.calendar.Tables.ROUND;
import static io.timeledger.schemas.jooq.calendar.Tables.SECRET;
import static org.jooq.impl.DSL.excluded;

import io.timeledger.calendar.intake.TakenRecord.TakenSecret;
import io.timeledger.schemas.jooq.calendar.tables.records.ConnectionRecord;
import io.timeledger.schemas.resource.Connection;
import io.timeledger.schemas.resource.ConnectionStatus;
import io.timeledger.schemas.restricted.ConnectionSecret;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jooq.DSLContext;

/// Applies changes of connections and their secrets, and makes the resulting work due at once. The
/// transaction holds the locks of the members.
final class ConnectionChanges {
  private final DSLContext tx;
  private final CalendarRows calendars;

  ConnectionChanges(DSLContext tx, boolean publish) {
    this.tx = tx;
    this.calendars = new CalendarRows(tx, publish);
  }

  void put(Connection connection) {
    Optional<ConnectionRecord> known =
        tx.selectFrom(CONNECTION).where(CONNECTION.ID.eq(connection.id().value())).fetchOptional();
    if (known.isPresent() && known.get().getSequence() >= connection.sequence()) {
      return;
    }
    // Connections to ICS addresses share no account, so each has its own lane.
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
    ConnectionReports.repeat(tx, connection.id());
    Leases.refresh(tx, lane);
  }

  void disconnect(Connection connection) {
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

  void put(TakenSecret taken) {
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

  /// Starts a connection, or restarts it after a reconnect: clears errors and backoff and reads
  /// everything.
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

  /// Deletes everything read through the connection, including converted blocks.
  void forget(Connection connection) {
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
}
