package io.timeledger.calendar.postgres;

import static io.timeledger.calendar.postgres.CalendarColumns.CLOCK;
import static io.timeledger.calendar.postgres.CalendarColumns.isAny;
import static io.timeledger.schemas.jooq.calendar.Tables.LANE;

import io.timeledger.calendar.round.LaneLease;
import io.timeledger.calendar.round.LostLeaseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.types.DayToSecond;

/// The leases of lanes, and when lanes are due.
final class Leases {
  /// The provider asked to be left alone: nothing else ends that.
  static final String THROTTLED = "throttled";

  /// It failed: ends as well when its member asks for a round.
  static final String BACKOFF = "backoff";

  // Text: what is due of a lane is the same wherever it is computed.
  private static final String REFRESH =
      """
      update calendar.lane l
      set next_due_at = (
        select min(due)
        from (
          select c.calendars_due_at as due
          from calendar.connection c
          join calendar.secret s on s.connection_id = c.id
          where c.lane_id = l.id and c.deleted_at is null
          union all
          select k.due_at
          from calendar.calendar k
          join calendar.connection c on c.id = k.connection_id
          join calendar.secret s on s.connection_id = c.id
          where c.lane_id = l.id and c.deleted_at is null and k.selected) d)
      where l.id = any({0})
      """;

  private Leases() {}

  /// Also locks the lane.
  ///
  /// @throws LostLeaseException if another one has the lane, or it is gone
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

  static void lock(DSLContext tx, Collection<String> lanes) {
    tx.select(LANE.ID).from(LANE).where(isAny(LANE.ID, lanes)).orderBy(LANE.ID).forUpdate().fetch();
  }

  /// Computes again when the lanes are due.
  static void refresh(DSLContext tx, String lane) {
    tx.execute(REFRESH, DSL.val(List.of(lane).toArray(String[]::new)));
  }

  static Field<Instant> in(Duration time) {
    return CLOCK.add(DSL.val(DayToSecond.valueOf(time)));
  }
}
