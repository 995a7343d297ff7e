package io.timeledger.webhooks.postgres;

import static io.timeledger.schemas.jooq.webhooks.Tables.LANE;
import static io.timeledger.webhooks.postgres.ColumnConverters.isAny;

import io.timeledger.schemas.jooq.webhooks.tables.records.LaneRecord;
import io.timeledger.webhooks.attempt.AdaptiveCap;
import io.timeledger.webhooks.attempt.LaneState;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/// The lanes that a transaction works on.
final class Lanes {
  /// When a lane has something to claim next: null for nothing. A strict lane goes one by one, so
  /// its first counts, and only while nothing of it is in flight. Text: its plan is what a claim
  /// costs, and it is the same wherever it is used.
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
    sql.selectFrom(LANE)
        .where(isAny(LANE.ID, ids))
        .orderBy(LANE.ID)
        .forUpdate()
        .forEach(row -> lanes.put(row.getId(), state(row)));
    return lanes;
  }

  /// Recomputes when each lane is due.
  static void refresh(DSLContext sql, Collection<String> ids) {
    sql.execute(
        "update webhooks.lane l set next_due_at = " + NEXT_DUE + " where l.id = any({0})",
        DSL.val(ids.stream().distinct().toArray(String[]::new)));
  }

  private static LaneState state(LaneRecord row) {
    return new LaneState(
        row.getId(),
        new AdaptiveCap(row.getCapNow(), row.getCapMax(), row.getFastStreak()),
        row.getFailStreak(),
        row.getFirstFailureAt(),
        row.getLastFailureAt(),
        row.getLastSuccessAt(),
        row.getNoticePercent(),
        row.getHoldUntil(),
        row.getHoldReason());
  }
}
