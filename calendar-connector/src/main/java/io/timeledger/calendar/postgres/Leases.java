package io.timeledger.calendar.postgres;

import static io.timeledger.calendar.postgres.CalendarColumns.CLOCK;
import static io.timeledger.calendar.postgres.CalendarColumns.isAny;
import static io.timeledger.schemas.jooq.calendar.Tables.CONNECTION;
import static io.timeledger.schemas.jooq.calendar.Tables.LANE;
import static io.timeledger.schemas.jooq.calendar.Tables.OAUTH_GRANT;
import static io.timeledger.schemas.jooq.calendar.Tables.SECRET;

import io.timeledger.calendar.round.LaneLease;
import io.timeledger.calendar.round.LostLeaseException;
import io.timeledger.schemas.jooq.calendar.tables.Connection;
import io.timeledger.schemas.resource.ConnectionStatus;
import io.timeledger.schemas.resource.Provider;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;
import org.jooq.types.DayToSecond;

/// Leases of lanes and their due times.
final class Leases {
  /// The provider rate-limits: a round that the member requests does not end the hold.
  static final String THROTTLED = "throttled";

  /// Work on the lane failed: a round that the member requests ends the hold.
  static final String BACKOFF = "backoff";

  // SQL text, so that the due time of a lane is computed in one place.
  private static final String REFRESH =
      """
      update calendar.lane l
      set next_due_at = (
        select min(due)
        from (
          select c.calendars_due_at as due
          from calendar.connection c
          where c.lane_id = l.id and c.deleted_at is null and {1}
          union all
          select least(k.due_at, k.channels_due_at)
          from calendar.calendar k
          join calendar.connection c on c.id = k.connection_id
          where c.lane_id = l.id and c.deleted_at is null and k.selected and {1}
          union all
          select h.renew_at
          from calendar.channel h
          join calendar.connection c on c.id = h.connection_id
          left join calendar.calendar k on k.id = h.calendar_id
          where c.lane_id = l.id and c.deleted_at is null and k.selected is not true
            and h.closing is null and {1}) d)
      where l.id = any({0})
      """;

  private Leases() {}

  /// Prolongs the lease. The update locks the lane's row.
  ///
  /// @throws LostLeaseException if another holder has the lane, or the lane was deleted
  static void prolong(DSLContext tx, LaneLease lease, Duration by) {
    int prolonged =
        tx.update(LANE)
            .set(LANE.LEASE_UNTIL, in(by))
            .where(LANE.ID.eq(lease.laneId()))
            .and(LANE.LEASE_TOKEN.eq(lease.token()))
            .execute();
    if (prolonged == 0) {
      throw new LostLeaseException(lease);
    }
  }

  /// Locks lanes in the order of their ids. A transaction takes all locks that it needs at once,
  /// after those of members: a deadlock would cost the one that stores a grant its tokens.
  static void lock(DSLContext tx, Collection<String> lanes) {
    if (lanes.isEmpty()) {
      return;
    }
    tx.select(LANE.ID).from(LANE).where(isAny(LANE.ID, lanes)).orderBy(LANE.ID).forUpdate().fetch();
  }

  /// Recomputes when the lane is due.
  static void refresh(DSLContext tx, String lane) {
    tx.execute(REFRESH, DSL.val(List.of(lane).toArray(String[]::new)), isReady(CONNECTION.as("c")));
  }

  /// Whether there is a credential to work with. While a connection is connecting, an earlier
  /// ticket or grant is not used: its own ticket arrives on another topic than the event.
  static Condition isReady(Connection connection) {
    return DSL.case_()
        .when(
            connection.PROVIDER.eq(CalendarColumns.wireName(Provider.ICS)),
            DSL.field(DSL.exists(secrets(connection))))
        .otherwise(
            DSL.field(
                connection
                    .STATUS
                    .ne(CalendarColumns.wireName(ConnectionStatus.CONNECTING))
                    .or(
                        DSL.exists(
                            secrets(connection)
                                .and(SECRET.VERSION.ge(connection.CONNECTED_VERSION))))
                    .or(
                        DSL.exists(
                            DSL.selectOne()
                                .from(OAUTH_GRANT)
                                .where(OAUTH_GRANT.CONNECTION_ID.eq(connection.ID))
                                .and(
                                    OAUTH_GRANT.CONNECTION_VERSION.ge(
                                        connection.CONNECTED_VERSION))))))
        .isTrue();
  }

  private static SelectConditionStep<?> secrets(Connection connection) {
    return DSL.selectOne().from(SECRET).where(SECRET.CONNECTION_ID.eq(connection.ID));
  }

  static Field<Instant> in(Duration time) {
    return CLOCK.add(DSL.val(DayToSecond.valueOf(time)));
  }
}
