package io.timeledger.calendar.postgres;

import static io.timeledger.schemas.jooq.calendar.Tables.CONNECTION;
import static io.timeledger.schemas.jooq.calendar.Tables.LANE;

import io.timeledger.calendar.connect.GrantStore;
import io.timeledger.calendar.intake.MemberKey;
import io.timeledger.calendar.round.LaneLease;
import io.timeledger.calendar.round.LaneMovedException;
import io.timeledger.calendar.round.LostLeaseException;
import io.timeledger.schemas.id.ConnectionId;
import io.timeledger.schemas.resource.Connection;
import io.timeledger.schemas.restricted.ConnectionGrant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The sealed grants in PostgreSQL and, by the outbox, on their private topic.
public final class SqlGrantStore implements GrantStore {
  private static final Logger log = LoggerFactory.getLogger(SqlGrantStore.class);
  private static final int ATTEMPTS = 4;

  private final DSLContext sql;
  private final LaneSettings settings;
  private final boolean onLog;

  /// @param onLog whether grants are also sent to their topic, which a lost schema is restored from
  public SqlGrantStore(DSLContext sql, LaneSettings settings, boolean onLog) {
    this.sql = sql;
    this.settings = settings;
    this.onLog = onLog;
  }

  @Override
  public Optional<ConnectionGrant> find(ConnectionId id) {
    return GrantRows.find(sql, id);
  }

  @Override
  public Outcome put(LaneLease lease, Connection connection, ConnectionGrant grant) {
    Outcome outcome =
        persistently(
            () ->
                sql.transactionResult(
                    transaction -> put(transaction.dsl(), lease, connection, grant)));
    if (outcome == Outcome.STORED && !lease.laneId().equals(grant.account())) {
      throw new LaneMovedException(lease, grant.account());
    }
    return outcome;
  }

  /// One statement, which waits for no lock that others hold for long.
  @Override
  public void renew(LaneLease lease, ConnectionGrant grant) {
    boolean renewed = persistently(() -> GrantRows.renew(sql, grant, onLog));
    if (!renewed) {
      throw new LostLeaseException(lease);
    }
    Leases.prolong(sql, lease, settings.lease());
  }

  /// What is not stored is lost: a write that failed, in a deadlock for example, is repeated.
  private static <T> T persistently(Supplier<T> write) {
    for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
      try {
        return write.get();
      } catch (DataAccessException e) {
        log.warn("event=grant_not_stored attempt={}", attempt, e);
      }
    }
    return write.get();
  }

  private Outcome put(
      DSLContext tx, LaneLease lease, Connection connection, ConnectionGrant grant) {
    MemberLocks.lock(tx, List.of(new MemberKey(connection.workspaceId(), connection.userId())));
    Leases.lock(tx, List.of(lease.laneId(), grant.account()));
    Leases.prolong(tx, lease, settings.lease());
    Optional<ConnectionGrant> before = GrantRows.find(tx, connection.id());
    if (before.isPresent() && !before.get().account().equals(grant.account())) {
      return Outcome.ACCOUNT_DIFFERS;
    }
    if (GrantRows.isConnected(tx, connection, grant.account())) {
      return Outcome.ACCOUNT_CONNECTED;
    }
    GrantRows.put(tx, grant);
    if (onLog) {
      CalendarOutbox.put(tx, List.of(OutgoingRecord.of(grant)));
    }
    if (!lease.laneId().equals(grant.account())) {
      move(tx, lease, connection, grant.account());
    }
    return Outcome.STORED;
  }

  /// Moves the connection to the lane of its account.
  private static void move(DSLContext tx, LaneLease lease, Connection connection, String account) {
    tx.insertInto(LANE)
        .set(LANE.ID, account)
        .set(LANE.PROVIDER, CalendarColumns.wireName(connection.provider()))
        .onConflictDoNothing()
        .execute();
    tx.update(CONNECTION)
        .set(CONNECTION.LANE_ID, account)
        .where(CONNECTION.ID.eq(connection.id().value()))
        .execute();
    tx.deleteFrom(LANE).where(LANE.ID.eq(lease.laneId())).execute();
    Leases.refresh(tx, account);
  }
}
