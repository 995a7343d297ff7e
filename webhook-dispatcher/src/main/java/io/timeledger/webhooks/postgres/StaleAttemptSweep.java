package io.timeledger.webhooks.postgres;

import static io.timeledger.schemas.jooq.webhooks.Tables.ATTEMPT;
import static io.timeledger.schemas.jooq.webhooks.Tables.ENDPOINT;
import static io.timeledger.schemas.jooq.webhooks.Tables.LANE;
import static io.timeledger.schemas.jooq.webhooks.Tables.QUEUED;
import static io.timeledger.webhooks.postgres.ColumnConverters.CLOCK;
import static io.timeledger.webhooks.postgres.ColumnConverters.isAny;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.left;
import static org.jooq.impl.DSL.min;

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
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Repairs what crashes left behind, and measures the backlog.
final class StaleAttemptSweep {
  private static final Logger log = LoggerFactory.getLogger(StaleAttemptSweep.class);
  private static final int MOST_AT_ONCE = 500;

  // Plain SQL: embeds the SQL text that computes when a lane is due next.
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

  private static final Field<Instant> NOW = DSL.field(DSL.name("now"), SQLDataType.INSTANT);
  private static final int LENGTH_OF_A_RUN = 36; // characters of a UUID

  private final DSLContext sql;
  private final QueueSettings settings;

  StaleAttemptSweep(DSLContext sql, QueueSettings settings) {
    this.sql = sql;
    this.settings = settings;
  }

  void endEarlierRuns() {
    int ended =
        sql.update(QUEUED)
            .set(QUEUED.LEASE_UNTIL, CLOCK)
            .from(ATTEMPT)
            .where(QUEUED.LEASE_TOKEN.isNotNull())
            .and(ATTEMPT.LEASE_TOKEN.eq(QUEUED.LEASE_TOKEN))
            .and(ATTEMPT.DAY.eq(QUEUED.DAY))
            .and(ATTEMPT.DELIVERY_ID.eq(QUEUED.DELIVERY_ID))
            .and(ATTEMPT.ATTEMPT_NO.eq(QUEUED.ATTEMPTS))
            .and(left(ATTEMPT.WORKER_ID, -LENGTH_OF_A_RUN - 1).eq(settings.instance()))
            .and(ATTEMPT.WORKER_ID.ne(settings.workerId()))
            .execute();
    if (ended > 0) {
      log.warn("event=stale_attempts_requeued attempts={}", ended);
    }
  }

  List<AttemptResult> expired() {
    // Plain SQL: shares its list of columns with the claim.
    return sql.resultQuery(
            """
            select %s, q.lease_until, e.config, clock_timestamp() as now
            from webhooks.queued q
            join webhooks.lane l on l.id = q.lane_id
            join webhooks.endpoint e on e.id = l.endpoint_id
            where q.lease_token is not null and q.lease_until < clock_timestamp()
            order by q.lease_until
            limit {0}
            """
                .formatted(LeaseRows.COLUMNS),
            DSL.val(MOST_AT_ONCE))
        .coerce(LeaseRows.with(QUEUED.LEASE_UNTIL, ENDPOINT.CONFIG, NOW))
        .fetch(
            row ->
                new AttemptResult(
                    LeaseRows.read(row, row.get(QUEUED.LEASE_UNTIL)),
                    EndpointCache.webhook(row.get(ENDPOINT.CONFIG)),
                    ReceiverAnswer.of(AttemptOutcome.INTERRUPTED),
                    null,
                    "its dispatcher stopped in the middle of it",
                    Map.of(),
                    List.of(),
                    row.get(NOW)));
  }

  Backlog backlog(Set<String> without) {
    Condition claimable =
        LANE.IN_FLIGHT
            .lt(LANE.CAP_NOW)
            .and(LANE.HOST.ne(DSL.all(without.toArray(String[]::new))))
            .and(coalesce(LANE.HOLD_UNTIL, LANE.NEXT_DUE_AT).le(CLOCK));
    return sql.select(
            min(LANE.NEXT_DUE_AT).filterWhere(claimable),
            CLOCK,
            count().filterWhere(LANE.HOLD_UNTIL.gt(CLOCK)))
        .from(LANE)
        .where(LANE.NEXT_DUE_AT.le(CLOCK))
        .fetchSingle(
            row ->
                new Backlog(
                    row.value1() == null
                        ? Duration.ZERO
                        : Duration.between(row.value1(), row.value2()),
                    row.value3()));
  }

  /// Recounts the attempts in flight of each lane and recomputes when it is due. Skips locked
  /// lanes: their holder leaves them consistent.
  void repairLanes() {
    String[] suspects =
        sql.resultQuery("select l.id from webhooks.lane l " + WRONG)
            .coerce(LANE.ID)
            .fetchArray(LANE.ID);
    if (suspects.length > 0) {
      sql.transaction(tx -> repair(tx.dsl(), suspects));
    }
  }

  // A lane can look wrong while a transaction changes it, so each is checked again once locked.
  private static void repair(DSLContext tx, String[] suspects) {
    String[] held =
        tx.select(LANE.ID)
            .from(LANE)
            .where(isAny(LANE.ID, List.of(suspects)))
            .orderBy(LANE.ID)
            .forUpdate()
            .skipLocked()
            .fetchArray(LANE.ID);
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
}
