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

  static void lock(DSLContext tx, Collection<String> lanes) {
    tx.select(LANE.ID).from(LANE).where(isAny(LANE.ID, lanes)).orderBy(LANE.ID).forUpdate().fetch();
  }

  /// Recomputes when the lane is due.
  static void refresh(DSLContext tx, String lane) {
    tx.execute(REFRESH, DSL.val(List.of(lane).toArray(String[]::new)));
  }

  static Field<Instant> in(Duration time) {
    return CLOCK.add(DSL.val(DayToSecond.valueOf(time)));
  }
}
