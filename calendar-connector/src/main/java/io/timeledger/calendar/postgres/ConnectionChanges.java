package io.timeledger.calendar.postgres;

import static io.timeledger.calendar.postgres.CalendarColumns.CLOCK;
import static io.timeledger.calendar.postgres.CalendarColumns.wireName;
import static io.timeledger.schemas.jooq.calendar.Tables.CONNECTION;
import static io.timeledger.schemas.jooq.calendar.Tables.LANE;
import static io.timeledger.schemas.jooq.calendar.Tables.SECRET;
import static org.jooq.impl.DSL.excluded;

import io.timeledger.calendar.intake.TakenRecord.TakenSecret;
import io.timeledger.schemas.jooq.calendar.tables.records.ConnectionRecord;
import io.timeledger.schemas.resource.Connection;
import io.timeledger.schemas.resource.ConnectionStatus;
import io.timeledger.schemas.restricted.ConnectionGrant;
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
    String lane = lane(connection, known);
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

  /// The account's lane once the account is known. Connections to ICS addresses share no account,
  /// so each has its own lane.
  private String lane(Connection connection, Optional<ConnectionRecord> known) {
    return known
        .filter(row -> row.getDeletedAt() == null)
        .map(ConnectionRecord::getLaneId)
        .or(() -> GrantRows.find(tx, connection.id()).map(ConnectionGrant::account))
        .orElse(connection.id().value());
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
      Leases.refresh(tx, known.get().getLaneId());
    }
  }

  void put(TakenSecret taken) {
    String id = taken.connectionId().value();
    Leases.lock(tx, List.of(laneOf(id)));
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
    // Read again: the connection may have moved to the lane of its account meanwhile.
    Leases.refresh(tx, laneOf(id));
  }

  /// The connection's lane; for an unknown connection, the one that it will begin with.
  private String laneOf(String connection) {
    return tx.select(CONNECTION.LANE_ID)
        .from(CONNECTION)
        .where(CONNECTION.ID.eq(connection))
        .fetchOptional(CONNECTION.LANE_ID)
        .orElse(connection);
  }

  /// Whether the owner signs in again. Also while a sign-in is under way: a change of settings
  /// differs in more than its stamp.
  private static boolean isConnectedAgain(Connection connection, ConnectionRecord known) {
    if (connection.status() != ConnectionStatus.CONNECTING) {
      return false;
    }
    boolean connects = wireName(ConnectionStatus.CONNECTING).equals(known.getStatus());
    return !connects
        || connection.equals(
            ConnectionRows.connection(known.getConfig())
                .with(
                    b ->
                        b.version(connection.version())
                            .sequence(connection.sequence())
                            .updatedAt(connection.updatedAt())));
  }

  private void write(Connection connection, String lane) {
    Map<org.jooq.Field<?>, Object> values =
        Map.of(
            CONNECTION.STATUS, wireName(connection.status()),
            CONNECTION.VERSION, connection.version(),
            CONNECTION.SEQUENCE, connection.sequence(),
            CONNECTION.CONFIG, ConnectionRows.json(connection),
            CONNECTION.LANE_ID, lane);
    tx.insertInto(CONNECTION)
        .set(CONNECTION.ID, connection.id().value())
        .set(CONNECTION.WORKSPACE_ID, connection.workspaceId().value())
        .set(CONNECTION.USER_ID, connection.userId().value())
        .set(CONNECTION.PROVIDER, wireName(connection.provider()))
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
        .set(CONNECTION.CONNECTED_VERSION, connection.version())
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
        .where(LANE.ID.eq(laneOf(connection)))
        .execute();
  }

  /// Deletes everything read through the connection, including converted blocks.
  void forget(Connection connection) {
    String id = connection.id().value();
    String lane = laneOf(id);
    Leases.lock(tx, List.of(lane));
    calendars.forgetAll(connection);
    leaveLane(lane, id);
    tx.deleteFrom(SECRET).where(SECRET.CONNECTION_ID.eq(id)).execute();
    GrantRows.end(tx, connection);
    RoundRows.disconnect(tx, connection.id());
  }

  /// Deletes the lane unless another connection shares it. A shared lane loses its lease, so that a
  /// round of this connection writes nothing more.
  private void leaveLane(String lane, String connection) {
    tx.update(LANE)
        .setNull(LANE.LEASE_TOKEN)
        .setNull(LANE.LEASE_UNTIL)
        .setNull(LANE.LEASE_OWNER)
        .where(LANE.ID.eq(lane))
        .execute();
    tx.deleteFrom(LANE)
        .where(LANE.ID.eq(lane))
        .andNotExists(
            tx.selectOne()
                .from(CONNECTION)
                .where(CONNECTION.LANE_ID.eq(lane))
                .and(CONNECTION.ID.ne(connection))
                .and(CONNECTION.DELETED_AT.isNull()))
        .execute();
  }
}
