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
import java.util.Objects;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;

/// Reads and writes sealed grants within a transaction.
final class GrantRows {
  private static final RecordCodec<ConnectionGrant> GRANTS =
      new RecordCodec<>(ConnectionGrant.class);

  // SQL text: nothing may come between the provider's answer and the commit, so one statement
  // writes
  // both tables. The row's lock orders the records of a grant.
  private static final String RENEW =
      """
      with renewed as (
        update calendar.oauth_grant
        set version = {1}, sealed = {2}
        where connection_id = {0} and version = {1} - 1
        returning connection_id),
      sent as (
        insert into calendar.outbox (topic, key, headers, value)
        select {3}, {4}, {5}, {6} from renewed where {7})
      select (select count(*) from renewed)
        + (select count(*) from calendar.oauth_grant
           where connection_id = {0} and version = {1} and sealed = {2})
      """;

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

  /// Stores the next version of a grant and queues its record. If the answer to a commit was lost,
  /// the repeated statement finds the version stored.
  ///
  /// @return whether this version is stored
  static boolean renew(DSLContext sql, ConnectionGrant grant, boolean onLog) {
    OutgoingRecord sent = OutgoingRecord.of(grant);
    return sql.fetchSingle(
                RENEW,
                DSL.val(grant.id().value()),
                DSL.val(grant.version()),
                DSL.val(json(grant)),
                DSL.val(sent.channel().wireName()),
                DSL.val(sent.key()),
                DSL.val(CalendarColumns.json(sent.headers())),
                DSL.val(Objects.requireNonNull(sent.value()).array()),
                DSL.val(onLog))
            .get(0, Integer.class)
        > 0;
  }

  static void delete(DSLContext tx, ConnectionId id) {
    tx.deleteFrom(OAUTH_GRANT).where(OAUTH_GRANT.CONNECTION_ID.eq(id.value())).execute();
  }

  /// Deletes the grant of a connection that ends, here and on the log. It is revoked if no other
  /// connection has the account: Google revokes all grants of an account at once.
  static void end(DSLContext tx, Connection connection) {
    Optional<ConnectionGrant> found =
        tx.select(OAUTH_GRANT.SEALED)
            .from(OAUTH_GRANT)
            .where(OAUTH_GRANT.CONNECTION_ID.eq(connection.id().value()))
            // A refresh may be storing newer tokens, which are the ones to revoke.
            .forUpdate()
            .fetchOptional(row -> grant(row.get(OAUTH_GRANT.SEALED)));
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
