package io.timeledger.webhooks.postgres;

import io.timeledger.webhooks.attempt.AdaptiveCap;
import io.timeledger.webhooks.queue.LaneState;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;

/// The lanes that a transaction works on.
final class Lanes {
  /// When a lane has something to claim next: null for nothing. A strict lane goes one by one, so
  /// its first counts, and only while nothing of it is in flight.
  static final String NEXT_DUE =
      """
      case when l.strict
        then (
          select f.due_at
          from (
            select q.due_at, q.lease_token
            from webhooks.queued q where q.lane_id = l.id order by q.ord limit 1) f
          where f.lease_token is null)
        else (
          select q.due_at
          from webhooks.queued q
          where q.lane_id = l.id and q.lease_token is null
          order by q.due_at limit 1)
      end
      """;

  private Lanes() {}

  /// Waits for those who hold them.
  static Map<String, LaneState> lock(DSLContext sql, Collection<String> ids) {
    Map<String, LaneState> lanes = new HashMap<>();
    sql.fetch(
            """
            select id, cap_now, cap_max, fast_streak, fail_streak, first_failure_at,
              last_failure_at, last_success_at, notice_percent, hold_until, hold_reason
            from webhooks.lane where id = any({0}) order by id for update
            """,
            DSL.val(ids.stream().distinct().toArray(String[]::new)))
        .forEach(row -> lanes.put(row.get("id", String.class), state(row)));
    return lanes;
  }

  /// Sees anew when there is something to claim.
  static void refresh(DSLContext sql, Collection<String> ids) {
    sql.execute(
        "update webhooks.lane l set next_due_at = " + NEXT_DUE + " where l.id = any({0})",
        DSL.val(ids.stream().distinct().toArray(String[]::new)));
  }

  private static LaneState state(Record row) {
    return new LaneState(
        row.get("id", String.class),
        new AdaptiveCap(
            row.get("cap_now", Integer.class),
            row.get("cap_max", Integer.class),
            row.get("fast_streak", Integer.class)),
        row.get("fail_streak", Integer.class),
        row.get("first_failure_at", Instant.class),
        row.get("last_failure_at", Instant.class),
        row.get("last_success_at", Instant.class),
        row.get("notice_percent", Integer.class),
        row.get("hold_until", Instant.class),
        row.get("hold_reason", String.class));
  }
}
