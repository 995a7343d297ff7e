package io.timeledger.calendar.postgres;

import static io.timeledger.schemas.jooq.calendar.Tables.CONNECTION;
import static io.timeledger.schemas.jooq.calendar.Tables.OAUTH_GRANT;
import static io.timeledger.schemas.jooq.calendar.Tables.REVOCATION;
import static org.jooq.impl.DSL.excluded;

import io.timeledger.schemas.id.ConnectionId;
import io.timeledger.schemas.json.RecordCodec;
import io.timeledger.schemas.resource.Connection;
import io.timeledger.schemas.resource.Provider;
import io.timeledger.schemas.restricted.ConnectionGrant;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.JSONB;

/// Reads and writes sealed grants within a transaction.
final class GrantRows {
  private static final RecordCodec<ConnectionGrant> GRANTS =
      new RecordCodec<>(ConnectionGrant.class);

  private GrantRows() {}

  static Optional<ConnectionGrant> find(DSLContext tx, ConnectionId id) {
    return tx.select(OAUTH_GRANT.SEALED)
        .from(OAUTH_GRANT)
        .where(OAUTH_GRANT.CONNECTION_ID.eq(id.value()))
        .fetchOptional(row -> grant(row.get(OAUTH_GRANT.SEALED)));
  }

  static ConnectionGrant grant(JSONB json) {
    return GRANTS.read(CalendarColumns.bytes(json));
  }

  private static JSONB json(ConnectionGrant grant) {
    return JSONB.valueOf(new String(GRANTS.write(grant), StandardCharsets.UTF_8));
  }

  static void put(DSLContext tx, ConnectionGrant grant) {
    tx.insertInto(OAUTH_GRANT)
        .set(OAUTH_GRANT.CONNECTION_ID, grant.id().value())
        .set(OAUTH_GRANT.WORKSPACE_ID, grant.workspaceId().value())
        .set(OAUTH_GRANT.ACCOUNT, grant.account())
        .set(OAUTH_GRANT.CONNECTION_VERSION, grant.connectionVersion())
        .set(OAUTH_GRANT.VERSION, grant.version())
        .set(OAUTH_GRANT.SEALED, json(grant))
        .onConflict(OAUTH_GRANT.CONNECTION_ID)
        .doUpdate()
        .set(OAUTH_GRANT.ACCOUNT, excluded(OAUTH_GRANT.ACCOUNT))
        .set(OAUTH_GRANT.CONNECTION_VERSION, excluded(OAUTH_GRANT.CONNECTION_VERSION))
        .set(OAUTH_GRANT.VERSION, excluded(OAUTH_GRANT.VERSION))
        .set(OAUTH_GRANT.SEALED, excluded(OAUTH_GRANT.SEALED))
        .execute();
  }

  static void delete(DSLContext tx, ConnectionId id) {
    tx.deleteFrom(OAUTH_GRANT).where(OAUTH_GRANT.CONNECTION_ID.eq(id.value())).execute();
  }

  /// Deletes the grant of a connection that ends, here and on the log. It is revoked if no other
  /// connection has the account: Google revokes all grants of an account at once.
  static void end(DSLContext tx, Connection connection) {
    Optional<ConnectionGrant> found = find(tx, connection.id());
    ChannelRows.end(tx, connection.id(), found.map(GrantRows::json).orElse(null));
    if (found.isEmpty()) {
      return;
    }
    delete(tx, connection.id());
    CalendarOutbox.put(
        tx, List.of(OutgoingRecord.ended(connection.workspaceId(), connection.id())));
    if (connection.provider() == Provider.GOOGLE && !hasAccount(tx, found.get().account())) {
      tx.insertInto(REVOCATION)
          .set(REVOCATION.CONNECTION_ID, connection.id().value())
          .set(REVOCATION.WORKSPACE_ID, connection.workspaceId().value())
          .set(REVOCATION.PROVIDER, CalendarColumns.wireName(connection.provider()))
          .set(REVOCATION.ACCOUNT, found.get().account())
          .set(REVOCATION.SEALED, json(found.get()))
          .onConflictDoNothing()
          .execute();
    }
  }

  /// Whether any connection has the account, in any workspace.
  static boolean hasAccount(DSLContext tx, String account) {
    return tx.fetchExists(OAUTH_GRANT, OAUTH_GRANT.ACCOUNT.eq(account));
  }

  /// Whether another connection of the member has the account.
  static boolean isConnected(DSLContext tx, Connection connection, String account) {
    return tx.fetchExists(
        tx.selectOne()
            .from(OAUTH_GRANT)
            .join(CONNECTION)
            .on(CONNECTION.ID.eq(OAUTH_GRANT.CONNECTION_ID))
            .where(OAUTH_GRANT.ACCOUNT.eq(account))
            .and(CONNECTION.WORKSPACE_ID.eq(connection.workspaceId().value()))
            .and(CONNECTION.USER_ID.eq(connection.userId().value()))
            .and(CONNECTION.ID.ne(connection.id().value()))
            .and(CONNECTION.DELETED_AT.isNull()));
  }
}
