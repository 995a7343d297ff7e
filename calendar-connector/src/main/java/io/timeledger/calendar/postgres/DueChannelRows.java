package io.timeledger.calendar.postgres;

import static io.timeledger.calendar.postgres.CalendarColumns.CLOCK;
import static io.timeledger.schemas.jooq.calendar.Tables.CALENDAR_;
import static io.timeledger.schemas.jooq.calendar.Tables.CHANNEL;
import static io.timeledger.schemas.jooq.calendar.Tables.CONNECTION;
import static io.timeledger.schemas.jooq.calendar.Tables.LANE;
import static io.timeledger.schemas.jooq.calendar.Tables.SECRET;

import io.timeledger.calendar.provider.CalendarRef;
import io.timeledger.calendar.round.DueWork.DueChannels;
import io.timeledger.calendar.round.LaneLease;
import io.timeledger.schemas.id.CalendarId;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jspecify.annotations.Nullable;

/// Due work on the push channels of a lane.
final class DueChannelRows {
  private static final List<SelectField<?>> COLUMNS =
      List.of(
          CONNECTION.CONFIG, CONNECTION.LAST_SUCCESS_AT, SECRET.SEALED, CLOCK, LANE.FAIL_STREAK);

  private DueChannelRows() {}

  /// Of a calendar that is read.
  static Optional<DueChannels> watched(DSLContext tx, LaneLease lease) {
    return tx.select(CALENDAR_.ID, CALENDAR_.PROVIDER_REF)
        .select(COLUMNS)
        .from(CALENDAR_)
        .join(CONNECTION)
        .on(CONNECTION.ID.eq(CALENDAR_.CONNECTION_ID))
        .leftJoin(SECRET)
        .on(SECRET.CONNECTION_ID.eq(CONNECTION.ID))
        .join(LANE)
        .on(LANE.ID.eq(CONNECTION.LANE_ID))
        .where(isReady(lease))
        .and(CALENDAR_.SELECTED)
        .and(CALENDAR_.CHANNELS_DUE_AT.le(CLOCK))
        .orderBy(CALENDAR_.CHANNELS_DUE_AT, CALENDAR_.ID)
        .limit(1)
        .fetchOptional(
            row ->
                due(row, row.get(CALENDAR_.ID), new CalendarRef(row.get(CALENDAR_.PROVIDER_REF))));
  }

  /// Of a calendar that is no longer read.
  static Optional<DueChannels> orphaned(DSLContext tx, LaneLease lease) {
    return tx.select(CHANNEL.CALENDAR_ID)
        .select(COLUMNS)
        .from(CHANNEL)
        .join(CONNECTION)
        .on(CONNECTION.ID.eq(CHANNEL.CONNECTION_ID))
        .leftJoin(SECRET)
        .on(SECRET.CONNECTION_ID.eq(CONNECTION.ID))
        .join(LANE)
        .on(LANE.ID.eq(CONNECTION.LANE_ID))
        .where(isReady(lease))
        .and(ChannelRows.isOrphan())
        .and(CHANNEL.RENEW_AT.le(CLOCK))
        .orderBy(CHANNEL.RENEW_AT, CHANNEL.ID)
        .limit(1)
        .fetchOptional(row -> due(row, row.get(CHANNEL.CALENDAR_ID), null));
  }

  private static Condition isReady(LaneLease lease) {
    return CONNECTION
        .LANE_ID
        .eq(lease.laneId())
        .and(CONNECTION.DELETED_AT.isNull())
        .and(Leases.isReady(CONNECTION));
  }

  private static DueChannels due(Record row, String calendar, @Nullable CalendarRef ref) {
    return new DueChannels(
        ConnectionRows.connection(row.get(CONNECTION.CONFIG)),
        ConnectionRows.secretOrNull(row.get(SECRET.SEALED)),
        new CalendarId(calendar),
        ref,
        row.get(CLOCK),
        row.get(LANE.FAIL_STREAK),
        row.get(CONNECTION.LAST_SUCCESS_AT));
  }
}
