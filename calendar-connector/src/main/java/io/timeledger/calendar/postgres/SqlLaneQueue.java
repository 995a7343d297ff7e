package io.timeledger.calendar.postgres;

import static io.timeledger.calendar.postgres.CalendarColumns.CLOCK;
import static io.timeledger.schemas.jooq.calendar.Tables.CONNECTION;
import static io.timeledger.schemas.jooq.calendar.Tables.LANE;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;

import io.timeledger.calendar.lane.LaneBacklog;
import io.timeledger.calendar.lane.LaneQueue;
import io.timeledger.calendar.round.LaneLease;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jooq.types.DayToSecond;

/// The lanes in PostgreSQL. A claim skips lanes that others lease or lock.
public final class SqlLaneQueue implements LaneQueue {
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);
  private static final Duration SHORTEST_WAIT = Duration.ofMillis(10);
  private static final Duration STALE = Duration.ofDays(1);

  // SQL text: skips locked lanes and finds due ones by their index.
  private static final String CLAIM =
      """
      with due as (
        select id
        from calendar.lane
        where next_due_at <= clock_timestamp()
          and (hold_until is null or hold_until <= clock_timestamp())
          and (lease_token is null or lease_until <= clock_timestamp())
        order by next_due_at
        limit {0}
        for update skip locked)
      update calendar.lane l
      set lease_token = nextval('calendar.lease_token'),
        lease_until = clock_timestamp() + {1} * interval '1 ms',
        lease_owner = {2}
      from due
      where l.id = due.id
      returning l.id, l.lease_token
      """;

  // SQL text: runs often, so it reads only lanes due soon, by their index.
  private static final String NEXT =
      """
      select extract(epoch from
        min(greatest(next_due_at, hold_until, lease_until)) - clock_timestamp())
      from calendar.lane
      where next_due_at <= clock_timestamp() + {0} * interval '1 ms'
      """;

  // SQL text: the same conditions as in CLAIM.
  private static final String OLDEST =
      """
      select extract(epoch from clock_timestamp() - min(greatest(next_due_at, hold_until)))
      from calendar.lane
      where next_due_at <= clock_timestamp()
        and (hold_until is null or hold_until <= clock_timestamp())
        and (lease_token is null or lease_until <= clock_timestamp())
      """;

  private final DSLContext sql;
  private final LaneSettings settings;

  public SqlLaneQueue(DSLContext sql, LaneSettings settings) {
    this.sql = sql;
    this.settings = settings;
  }

  @Override
  public List<LaneLease> claim(int most) {
    return sql.resultQuery(
            CLAIM, DSL.val(most), DSL.val(settings.lease().toMillis()), DSL.val(settings.owner()))
        .coerce(LANE.ID, LANE.LEASE_TOKEN)
        .fetch(row -> new LaneLease(row.value1(), row.value2()));
  }

  @Override
  public Duration nextIn() {
    Double seconds = sql.fetchSingle(NEXT, DSL.val(LONGEST_WAIT.toMillis())).get(0, Double.class);
    if (seconds == null) {
      return LONGEST_WAIT;
    }
    Duration next = Duration.ofNanos((long) (seconds * 1e9));
    return next.compareTo(SHORTEST_WAIT) < 0
        ? SHORTEST_WAIT
        : next.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : next;
  }

  @Override
  public void endEarlierRuns() {
    sql.update(LANE)
        .set(LANE.LEASE_UNTIL, CLOCK)
        .where(LANE.LEASE_TOKEN.isNotNull())
        .and(DSL.condition("starts_with({0}, {1})", LANE.LEASE_OWNER, DSL.val(settings.prefix())))
        .and(LANE.LEASE_OWNER.ne(settings.owner()))
        .execute();
  }

  @Override
  public LaneBacklog backlog() {
    Double oldest = sql.fetchSingle(OLDEST).get(0, Double.class);
    Map<String, Integer> connections = new HashMap<>();
    sql.select(CONNECTION.STATUS, count())
        .from(CONNECTION)
        .where(CONNECTION.DELETED_AT.isNull())
        .groupBy(CONNECTION.STATUS)
        .forEach(row -> connections.put(row.value1(), row.value2()));
    int stale =
        sql.fetchCount(
            CONNECTION,
            CONNECTION
                .DELETED_AT
                .isNull()
                .and(
                    coalesce(CONNECTION.LAST_SUCCESS_AT, CONNECTION.CREATED_AT)
                        .lt(CLOCK.sub(DSL.val(DayToSecond.valueOf(STALE))))));
    return new LaneBacklog(
        oldest == null ? Duration.ZERO : Duration.ofMillis((long) (oldest * 1000)),
        connections,
        stale);
  }
}
