package io.timeledger.calendar.postgres;

import static io.timeledger.schemas.jooq.calendar.Tables.CONNECTION;
import static io.timeledger.schemas.jooq.calendar.Tables.LANE;

import io.timeledger.calendar.connect.GrantStore;
import io.timeledger.calendar.intake.MemberKey;
import io.timeledger.calendar.round.LaneLease;
import io.timeledger.calendar.round.LaneMovedException;
import io.timeledger.schemas.id.ConnectionId;
import io.timeledger.schemas.resource.Connection;
import io.timeledger.schemas.restricted.ConnectionGrant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;

/// The sealed grants in PostgreSQL and, by the outbox, on their private topic.
public final class SqlGrantStore implements GrantStore {
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
        sql.transactionResult(
            transaction -> {
              DSLContext tx = transaction.dsl();
              MemberLocks.lock(
                  tx, List.of(new MemberKey(connection.workspaceId(), connection.userId())));
              Leases.lock(tx, List.of(lease.laneId(), grant.account()));
              Leases.prolong(tx, lease, settings.lease());
              return put(tx, lease, connection, grant);
            });
    if (outcome == Outcome.STORED && !lease.laneId().equals(grant.account())) {
      throw new LaneMovedException(lease, grant.account());
    }
    return outcome;
  }

  private Outcome put(
      DSLContext tx, LaneLease lease, Connection connection, ConnectionGrant grant) {
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
