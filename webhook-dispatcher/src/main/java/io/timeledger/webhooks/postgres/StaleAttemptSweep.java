package io.timeledger.webhooks.postgres;

import io.timeledger.schemas.webhook.AttemptOutcome;
import io.timeledger.webhooks.attempt.AttemptResult;
import io.timeledger.webhooks.attempt.ReceiverAnswer;
import io.timeledger.webhooks.queue.Backlog;
import io.timeledger.webhooks.queue.QueueSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.impl.DSL;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finds what crashes left behind, and what waits.
final class StaleAttemptSweep {
  private static final Logger log = LoggerFactory.getLogger(StaleAttemptSweep.class);
  private static final int MOST_AT_ONCE = 500;

  private static final String WRONG =
      """
      left join (
        select lane_id, count(*)::int as leases
        from webhooks.queued where lease_token is not null group by lane_id) h on h.lane_id = l.id
      cross join lateral (
        select coalesce(h.leases, 0) as in_flight, %s as next_due_at) c
      where (l.in_flight <> c.in_flight or l.next_due_at is distinct from c.next_due_at)
      """
          .formatted(Lanes.NEXT_DUE);

  private static final int LENGTH_OF_A_RUN = 36; // a UUID as text

  private final DSLContext sql;
  private final QueueSettings settings;

  StaleAttemptSweep(DSLContext sql, QueueSettings settings) {
    this.sql = sql;
    this.settings = settings;
  }

  void endEarlierRuns() {
    int ended =
        sql.execute(
            """
            update webhooks.queued q set lease_until = clock_timestamp()
            from webhooks.attempt a
            where q.lease_token is not null and a.lease_token = q.lease_token
              and a.day = q.day and a.delivery_id = q.delivery_id and a.attempt_no = q.attempts
              and left(a.worker_id, {0}) = {1} and a.worker_id <> {2}
            """,
            DSL.val(-LENGTH_OF_A_RUN - 1),
            DSL.val(settings.instance()),
            DSL.val(settings.workerId()));
    if (ended > 0) {
      log.warn("event=earlier_run_ended attempts={}", ended);
    }
  }

  List<AttemptResult> expired() {
    return sql.fetch(
            """
            select %s, q.lease_until, e.config::text as config, clock_timestamp() as now
            from webhooks.queued q
            join webhooks.lane l on l.id = q.lane_id
            join webhooks.endpoint e on e.id = l.endpoint_id
            where q.lease_token is not null and q.lease_until < clock_timestamp()
            order by q.lease_until
            limit {0}
            """
                .formatted(LeaseRows.COLUMNS),
            DSL.val(MOST_AT_ONCE))
        .map(
            row ->
                new AttemptResult(
                    LeaseRows.read(row, row.get("lease_until", Instant.class)),
                    EndpointCache.webhook(row.get("config", String.class)),
                    ReceiverAnswer.of(AttemptOutcome.INTERRUPTED),
                    null,
                    "its dispatcher stopped in the middle of it",
                    Map.of(),
                    List.of(),
                    row.get("now", Instant.class)));
  }

  Backlog backlog(Set<String> without) {
    Record row =
        sql.fetchSingle(
            """
            select
              coalesce(extract(epoch from clock_timestamp() - min(next_due_at) filter (
                where in_flight < cap_now and host <> all({0})
                  and coalesce(hold_until, next_due_at) <= clock_timestamp())), 0)::float8,
              count(*) filter (where hold_until > clock_timestamp())::int
            from webhooks.lane where next_due_at <= clock_timestamp()
            """,
            DSL.val(without.toArray(String[]::new)));
    return new Backlog(
        Duration.ofNanos((long) (row.get(0, Double.class) * 1e9)), row.get(1, Integer.class));
  }

  /// Counts anew what is in flight in each lane, and sees anew when it is due. Lanes that
  /// somebody works on are left alone: whoever does leaves them right.
  void repairLanes() {
    String[] suspects = ids(sql.fetch("select l.id from webhooks.lane l " + WRONG));
    if (suspects.length > 0) {
      sql.transaction(tx -> repair(tx.dsl(), suspects));
    }
  }

  // A suspect may have been in the middle of a change: only what is wrong once it is held, is.
  private static void repair(DSLContext tx, String[] suspects) {
    String[] held =
        ids(
            tx.fetch(
                """
                select id from webhooks.lane where id = any({0}) order by id
                for update skip locked
                """,
                DSL.val(suspects)));
    tx.execute(
        """
        update webhooks.lane l
        set in_flight = c.in_flight, next_due_at = c.next_due_at
        from (select l.id, c.* from webhooks.lane l %s and l.id = any({0})) c
        where l.id = c.id
        """
            .formatted(WRONG),
        DSL.val(held));
  }

  private static String[] ids(Result<Record> rows) {
    return rows.map(row -> row.get(0, String.class)).toArray(String[]::new);
  }
}
