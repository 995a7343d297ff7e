package io.timeledger.calendar.postgres;

import static io.timeledger.calendar.postgres.CalendarColumns.CLOCK;
import static io.timeledger.calendar.postgres.CalendarColumns.constant;
import static io.timeledger.schemas.jooq.calendar.Tables.CHANNEL;
import static org.jooq.impl.DSL.select;

import io.timeledger.calendar.connect.Closing;
import io.timeledger.calendar.connect.Closings;
import io.timeledger.schemas.jooq.calendar.tables.records.ChannelRecord;
import io.timeledger.schemas.resource.Provider;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Result;

/// Channels of deleted connections in PostgreSQL. Each connection is claimed by moving the due time
/// of its channels.
public final class SqlClosings implements Closings {
  private static final Duration AGAIN = Duration.ofMinutes(5);

  private final DSLContext sql;

  public SqlClosings(DSLContext sql) {
    this.sql = sql;
  }

  @Override
  public Optional<Closing> next() {
    // The provider has ended them by itself.
    sql.deleteFrom(CHANNEL)
        .where(CHANNEL.CLOSING.isNotNull())
        .and(CHANNEL.EXPIRES_AT.le(CLOCK))
        .execute();
    Result<ChannelRecord> rows =
        sql.update(CHANNEL)
            .set(CHANNEL.RENEW_AT, Leases.in(AGAIN))
            .where(
                CHANNEL.CONNECTION_ID.in(
                    select(CHANNEL.CONNECTION_ID)
                        .from(CHANNEL)
                        .where(CHANNEL.CLOSING.isNotNull())
                        .and(CHANNEL.RENEW_AT.le(CLOCK))
                        .orderBy(CHANNEL.RENEW_AT)
                        .limit(1)
                        .forUpdate()
                        .skipLocked()))
            .and(CHANNEL.CLOSING.isNotNull())
            .returning()
            .fetch();
    return rows.stream()
        .findFirst()
        .map(
            first ->
                new Closing(
                    constant(Provider.class, first.getProvider()),
                    GrantRows.grant(first.getClosing()),
                    rows.map(row -> ChannelRows.held(row).channel())));
  }

  @Override
  public void done(List<String> channelIds) {
    sql.deleteFrom(CHANNEL).where(CalendarColumns.isAny(CHANNEL.ID, channelIds)).execute();
  }
}
