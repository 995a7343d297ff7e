package io.timeledger.calendar.postgres;

import static io.timeledger.calendar.postgres.CalendarColumns.CLOCK;
import static io.timeledger.schemas.jooq.calendar.Tables.CALENDAR_;
import static io.timeledger.schemas.jooq.calendar.Tables.CHANNEL;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.val;

import io.timeledger.calendar.provider.OpenChannel;
import io.timeledger.calendar.push.HeldChannel;
import io.timeledger.calendar.round.DueWork.DueChannels;
import io.timeledger.schemas.id.ConnectionId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// Changes of push channels that follow from other changes, within their transaction.
final class ChannelRows {
  private ChannelRows() {}

  /// Channels without a calendar that is read. They are to be closed.
  static Condition isOrphan() {
    return CHANNEL
        .CLOSING
        .isNull()
        .and(
            DSL.notExists(
                DSL.selectOne()
                    .from(CALENDAR_)
                    .where(CALENDAR_.ID.eq(CHANNEL.CALENDAR_ID))
                    .and(CALENDAR_.SELECTED)));
  }

  /// Whether the calendar has a channel that has not expired.
  static boolean isWatched(DSLContext tx, String calendar) {
    return tx.fetchExists(
        CHANNEL,
        CHANNEL
            .CALENDAR_ID
            .eq(calendar)
            .and(CHANNEL.CLOSING.isNull())
            .and(CHANNEL.EXPIRES_AT.gt(CLOCK)));
  }

  static HeldChannel held(Record row) {
    return new HeldChannel(
        new OpenChannel(
            row.get(CHANNEL.ID), row.get(CHANNEL.RESOURCE_REF), row.get(CHANNEL.EXPIRES_AT)),
        row.get(CHANNEL.RENEW_AT));
  }

  /// The calendars are no longer read: their channels are to be closed.
  static void leave(DSLContext tx, Collection<String> calendars) {
    tx.update(CHANNEL)
        .set(CHANNEL.RENEW_AT, CLOCK)
        .where(CalendarColumns.isAny(CHANNEL.CALENDAR_ID, calendars))
        .and(CHANNEL.CLOSING.isNull())
        .execute();
  }

  /// The provider drops the channels of the calendar, or has dropped them.
  static void renew(DSLContext tx, String calendar) {
    leave(tx, List.of(calendar));
    tx.update(CALENDAR_)
        .set(CALENDAR_.CHANNELS_DUE_AT, CLOCK)
        .where(CALENDAR_.ID.eq(calendar))
        .and(CALENDAR_.SELECTED)
        .execute();
  }

  /// The connection has been deleted.
  ///
  /// @param grant sealed, to close the channels with; null if there is none, so that they expire
  static void end(DSLContext tx, ConnectionId connection, @Nullable JSONB grant) {
    Condition own = CHANNEL.CONNECTION_ID.eq(connection.value()).and(CHANNEL.CLOSING.isNull());
    if (grant == null) {
      tx.deleteFrom(CHANNEL).where(own).execute();
    } else {
      tx.update(CHANNEL)
          .set(CHANNEL.CLOSING, grant)
          .set(CHANNEL.RENEW_AT, CLOCK)
          .where(own)
          .execute();
    }
  }

  /// Work on the calendar's channels failed.
  ///
  /// @param retryAt null if the member must act first
  static void failed(DSLContext tx, String calendar, @Nullable Instant retryAt) {
    tx.update(CALENDAR_)
        .set(CALENDAR_.CHANNELS_DUE_AT, retryAt)
        .where(CALENDAR_.ID.eq(calendar))
        .execute();
    Condition orphans = CHANNEL.CALENDAR_ID.eq(calendar).and(isOrphan());
    if (retryAt == null) {
      // Nobody can close them now. They expire by themselves.
      tx.deleteFrom(CHANNEL).where(orphans).execute();
    } else {
      tx.update(CHANNEL).set(CHANNEL.RENEW_AT, retryAt).where(orphans).execute();
    }
  }

  /// After a round: channels are looked at, unless a time for that is known.
  static void look(DSLContext tx, String calendar) {
    tx.update(CALENDAR_)
        .set(CALENDAR_.CHANNELS_DUE_AT, coalesce(CALENDAR_.CHANNELS_DUE_AT, CLOCK))
        .where(CALENDAR_.ID.eq(calendar))
        .execute();
  }

  /// Ends work on the calendar's channels. What became due after its start stays due.
  static void planned(
      DSLContext tx, DueChannels due, @Nullable Instant nextAt, @Nullable Instant readBy) {
    String calendar = due.calendarId().value();
    tx.update(CALENDAR_)
        .set(CALENDAR_.CHANNELS_DUE_AT, nextAt)
        .where(CALENDAR_.ID.eq(calendar))
        .and(CALENDAR_.CHANNELS_DUE_AT.le(due.now()))
        .execute();
    if (readBy != null) {
      tx.update(CALENDAR_)
          .set(CALENDAR_.DUE_AT, val(readBy))
          .where(CALENDAR_.ID.eq(calendar))
          .and(CALENDAR_.SELECTED)
          .and(CALENDAR_.DUE_AT.gt(readBy))
          .execute();
    }
    if (nextAt != null) {
      // What was opened for a calendar that is no longer read by now is to be closed at once.
      tx.update(CHANNEL)
          .set(CHANNEL.RENEW_AT, due.ref() == null ? val(nextAt) : CLOCK)
          .where(CHANNEL.CALENDAR_ID.eq(calendar).and(isOrphan()))
          .execute();
    }
  }
}
