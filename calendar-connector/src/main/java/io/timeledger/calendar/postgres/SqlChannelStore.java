package io.timeledger.calendar.postgres;

import static io.timeledger.schemas.jooq.calendar.Tables.CHANNEL;

import io.timeledger.calendar.provider.OpenChannel;
import io.timeledger.calendar.push.ChannelStore;
import io.timeledger.calendar.push.HeldChannel;
import io.timeledger.calendar.round.DueWork.DueChannels;
import io.timeledger.calendar.round.LaneLease;
import io.timeledger.schemas.id.CalendarId;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// The push channels in PostgreSQL.
public final class SqlChannelStore implements ChannelStore {
  private final DSLContext sql;
  private final LaneSettings settings;

  public SqlChannelStore(DSLContext sql, LaneSettings settings) {
    this.sql = sql;
    this.settings = settings;
  }

  @Override
  public List<HeldChannel> of(CalendarId calendar) {
    return sql.select(CHANNEL.ID, CHANNEL.RESOURCE_REF, CHANNEL.EXPIRES_AT, CHANNEL.RENEW_AT)
        .from(CHANNEL)
        .where(CHANNEL.CALENDAR_ID.eq(calendar.value()))
        .and(CHANNEL.CLOSING.isNull())
        .orderBy(CHANNEL.EXPIRES_AT, CHANNEL.ID)
        .fetch(ChannelRows::held);
  }

  @Override
  public void put(LaneLease lease, DueChannels due, HeldChannel held) {
    OpenChannel channel = held.channel();
    inTransaction(
        lease,
        tx ->
            tx.insertInto(CHANNEL)
                .set(CHANNEL.ID, channel.id())
                .set(CHANNEL.CALENDAR_ID, due.calendarId().value())
                .set(CHANNEL.CONNECTION_ID, due.connection().id().value())
                .set(CHANNEL.PROVIDER, CalendarColumns.wireName(due.connection().provider()))
                .set(CHANNEL.RESOURCE_REF, channel.resourceRef())
                .set(CHANNEL.EXPIRES_AT, channel.expiresAt())
                .set(CHANNEL.RENEW_AT, held.renewAt())
                .onConflict(CHANNEL.ID)
                .doUpdate()
                .set(CHANNEL.EXPIRES_AT, channel.expiresAt())
                .set(CHANNEL.RENEW_AT, held.renewAt())
                .execute());
  }

  @Override
  public void remove(LaneLease lease, DueChannels due, String channelId) {
    inTransaction(lease, tx -> tx.deleteFrom(CHANNEL).where(CHANNEL.ID.eq(channelId)).execute());
  }

  @Override
  public void end(
      LaneLease lease, DueChannels due, @Nullable Instant nextAt, @Nullable Instant readBy) {
    inTransaction(
        lease,
        tx -> {
          ChannelRows.planned(tx, due, nextAt, readBy);
          Leases.refresh(tx, lease.laneId());
        });
  }

  private void inTransaction(LaneLease lease, Consumer<DSLContext> work) {
    sql.transaction(
        transaction -> {
          Leases.prolong(transaction.dsl(), lease, settings.lease());
          work.accept(transaction.dsl());
        });
  }
}
