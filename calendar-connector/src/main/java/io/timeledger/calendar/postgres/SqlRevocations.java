package io.timeledger.calendar.postgres;

import static io.timeledger.calendar.postgres.CalendarColumns.CLOCK;
import static io.timeledger.calendar.postgres.CalendarColumns.constant;
import static io.timeledger.schemas.jooq.calendar.Tables.CHANNEL;
import static io.timeledger.schemas.jooq.calendar.Tables.OAUTH_GRANT;
import static io.timeledger.schemas.jooq.calendar.Tables.REVOCATION;
import static org.jooq.impl.DSL.select;

import io.timeledger.calendar.connect.Revocation;
import io.timeledger.calendar.connect.Revocations;
import io.timeledger.schemas.resource.Provider;
import java.time.Duration;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jooq.types.DayToSecond;

/// Revocations in PostgreSQL. Each is claimed by moving its due time.
public final class SqlRevocations implements Revocations {
  private static final Duration AGAIN = Duration.ofMinutes(5);

  /// A provider that was gone for so long keeps the grant until it expires there.
  private static final Duration PATIENCE = Duration.ofDays(7);

  private final DSLContext sql;

  public SqlRevocations(DSLContext sql) {
    this.sql = sql;
  }

  @Override
  public Optional<Revocation> next() {
    dropObsolete();
    return sql.update(REVOCATION)
        .set(REVOCATION.DUE_AT, Leases.in(AGAIN))
        .where(
            REVOCATION.CONNECTION_ID.in(
                select(REVOCATION.CONNECTION_ID)
                    .from(REVOCATION)
                    .where(REVOCATION.DUE_AT.le(CLOCK))
                    // Its channels are closed first, for which it is needed.
                    .andNotExists(
                        select(CHANNEL.ID)
                            .from(CHANNEL)
                            .where(CHANNEL.CONNECTION_ID.eq(REVOCATION.CONNECTION_ID))
                            .and(CHANNEL.CLOSING.isNotNull()))
                    .orderBy(REVOCATION.DUE_AT)
                    .limit(1)
                    .forUpdate()
                    .skipLocked()))
        .returning(REVOCATION.PROVIDER, REVOCATION.SEALED)
        .fetchOptional(
            row ->
                new Revocation(
                    constant(Provider.class, row.getProvider()), GrantRows.grant(row.getSealed())));
  }

  @Override
  public void done(Revocation revocation) {
    sql.deleteFrom(REVOCATION)
        .where(REVOCATION.CONNECTION_ID.eq(revocation.grant().id().value()))
        .execute();
  }

  /// An account that is connected again must keep its grants.
  private void dropObsolete() {
    sql.deleteFrom(REVOCATION)
        .where(
            REVOCATION
                .CREATED_AT
                .lt(CLOCK.sub(DSL.val(DayToSecond.valueOf(PATIENCE))))
                .or(
                    DSL.exists(
                        select(OAUTH_GRANT.CONNECTION_ID)
                            .from(OAUTH_GRANT)
                            .where(OAUTH_GRANT.ACCOUNT.eq(REVOCATION.ACCOUNT)))))
        .execute();
  }
}
