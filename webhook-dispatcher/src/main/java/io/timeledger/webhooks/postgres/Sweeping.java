package io.timeledger.webhooks.postgres;

import io.timeledger.schemas.webhook.AttemptOutcome;
import io.timeledger.webhooks.attempt.Answer;
import io.timeledger.webhooks.engine.Ended;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/// Finds what crashes left behind.
final class Sweeping {
  private static final int MOST_AT_ONCE = 500;

  private final DSLContext sql;

  Sweeping(DSLContext sql) {
    this.sql = sql;
  }

  List<Ended> expired() {
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
                new Ended(
                    LeaseRows.read(row, row.get("lease_until", Instant.class)),
                    Endpoints.webhook(row.get("config", String.class)),
                    Answer.of(AttemptOutcome.INTERRUPTED),
                    null,
                    "its dispatcher stopped in the middle of it",
                    Map.of(),
                    List.of(),
                    row.get("now", Instant.class)));
  }

  /// Counts anew what is in flight in each lane, and sees anew when it is due. Lanes that
  /// somebody works on are left alone: whoever does leaves them right.
  void repairLanes() {
    sql.execute(
        """
        with wrong as (
          select l.id, c.in_flight, %s as next_due_at
          from webhooks.lane l
          cross join lateral (
            select count(*) as in_flight
            from webhooks.queued q where q.lane_id = l.id and q.lease_token is not null) c
          where l.in_flight > 0 or l.next_due_at is not null
            or exists (select from webhooks.queued q where q.lane_id = l.id)
          for update of l skip locked)
        update webhooks.lane l
        set in_flight = wrong.in_flight, next_due_at = wrong.next_due_at
        from wrong
        where l.id = wrong.id
          and (l.in_flight <> wrong.in_flight or l.next_due_at is distinct from wrong.next_due_at)
        """
            .formatted(Lanes.NEXT_DUE));
  }
}
