package io.timeledger.webhooks.postgres;

import static io.timeledger.schemas.jooq.webhooks.Tables.LANE;
import static io.timeledger.schemas.jooq.webhooks.Tables.QUEUED;

import io.timeledger.runtime.ImmutableBytes;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.webhooks.queue.DueDeliveries;
import io.timeledger.webhooks.queue.DueLane;
import io.timeledger.webhooks.queue.LeasedDelivery;
import io.timeledger.webhooks.queue.QueueSettings;
import io.timeledger.webhooks.queue.Slots.Candidate;
import io.timeledger.webhooks.subscription.Endpoint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/// What is due, in PostgreSQL.
final class SqlDueDeliveries implements DueDeliveries {
  private static final Field<Integer> ROOM = DSL.field(DSL.name("room"), SQLDataType.INTEGER);
  private static final Field<Integer> TAKEN = DSL.field(DSL.name("taken"), SQLDataType.INTEGER);
  private static final Field<Instant> STARTED_AT =
      DSL.field(DSL.name("started_at"), SQLDataType.INSTANT);

  // Plain SQL: skips locked lanes and must find due ones by their index.
  private static final String LANES =
      """
      select l.id, l.workspace_id, l.host, l.strict,
        least(
          l.cap_now - l.in_flight,
          greatest(1, coalesce(l.rate_per_second, 1000000) / 4)) as room
      from webhooks.lane l
      where l.next_due_at <= clock_timestamp()
        and (l.hold_until is null or l.hold_until <= clock_timestamp())
        and l.in_flight < l.cap_now
        and l.host <> all({1})
        and l.id <> all({2})
      order by l.next_due_at
      limit {0}
      for update skip locked
      """;

  // Plain SQL: one short index lookup per lane, never a scan of all queued deliveries.
  private static final String DUE =
      """
      select q.delivery_id, q.lane_id, q.attempts, q.due_at
      from {0}
      cross join lateral (
        select q.delivery_id, q.lane_id, q.attempts, q.due_at, q.ord
        from webhooks.queued q
        where not r.strict and q.lane_id = r.id
          and q.lease_token is null and q.due_at <= clock_timestamp()
        order by q.due_at, q.ord
        limit r.room) q
      union all
      select q.delivery_id, q.lane_id, q.attempts, q.due_at
      from {0}
      cross join lateral (
        select *
        from (
          select * from webhooks.queued f
          where r.strict and f.lane_id = r.id order by f.ord limit 1) f
        where f.lease_token is null and f.due_at <= clock_timestamp()) q
      order by due_at
      limit {1}
      """;

  // Plain SQL: one statement writes leases and attempts, so that neither exists without the other.
  private static final String LEASE =
      """
      with leased as (
        update webhooks.queued q
        set lease_token = nextval('webhooks.lease_token'),
          lease_until = clock_timestamp() + {0} * interval '1 ms',
          attempts = q.attempts + 1
        where q.delivery_id = any({1}) and q.lease_token is null
        returning q.*),
      logged as (
        insert into webhooks.attempt (
          day, delivery_id, attempt_no, scheduled_for, started_at, worker_id, lease_token,
          trace_id)
        select day, delivery_id, attempts, due_at, statement_timestamp(), {2}, lease_token,
          split_part(traceparent, '-', 2)
        from leased)
      select %s, statement_timestamp() as started_at
      from leased q
      join webhooks.lane l on l.id = q.lane_id
      """
          .formatted(LeaseRows.COLUMNS);

  // Plain SQL: embeds the SQL text that computes when a lane is due next.
  private static final String TAKE_FROM_LANES =
      """
      update webhooks.lane l
      set in_flight = l.in_flight + r.taken,
        next_due_at = %s,
        hold_until = case
          when l.rate_per_second is null then l.hold_until
          else clock_timestamp() + r.taken * interval '1 s' / l.rate_per_second end,
        hold_reason = case when l.rate_per_second is null then l.hold_reason else 'rate' end
      from {0}
      where l.id = r.id
      """
          .formatted(Lanes.NEXT_DUE);

  private final DSLContext tx;
  private final QueueSettings settings;
  private final EndpointCache endpoints;

  SqlDueDeliveries(DSLContext tx, QueueSettings settings, EndpointCache endpoints) {
    this.tx = tx;
    this.settings = settings;
    this.endpoints = endpoints;
  }

  @Override
  public Map<String, DueLane> lanes(int most, Set<String> fullHosts, Set<String> over) {
    Map<String, DueLane> lanes = new HashMap<>();
    ResultQuery<? extends Record> rows =
        tx.resultQuery(
                LANES,
                DSL.val(most),
                DSL.val(fullHosts.toArray(String[]::new)),
                DSL.val(over.toArray(String[]::new)))
            .coerce(LANE.ID, LANE.WORKSPACE_ID, LANE.HOST, LANE.STRICT, ROOM);
    for (Record row : rows) {
      String id = row.get(LANE.ID);
      lanes.put(
          id,
          new DueLane(
              id,
              new WorkspaceId(row.get(LANE.WORKSPACE_ID)),
              row.get(LANE.HOST),
              row.get(LANE.STRICT),
              row.get(ROOM)));
    }
    return lanes;
  }

  @Override
  public List<Candidate> due(Map<String, DueLane> lanes, int most) {
    List<Candidate> due = new ArrayList<>();
    ResultQuery<? extends Record> rows =
        tx.resultQuery(
                DUE,
                UnnestRows.of(lanes.values())
                    .with(LANE.ID, DueLane::id)
                    .with(ROOM, DueLane::room)
                    .with(LANE.STRICT, DueLane::strict)
                    .table(),
                DSL.val(most))
            .coerce(QUEUED.DELIVERY_ID, QUEUED.LANE_ID, QUEUED.ATTEMPTS, QUEUED.DUE_AT);
    for (Record row : rows) {
      DueLane lane = lanes.get(row.get(QUEUED.LANE_ID));
      if (lane != null) {
        due.add(
            new Candidate(
                row.get(QUEUED.DELIVERY_ID),
                lane.id(),
                lane.workspaceId(),
                lane.host(),
                row.get(QUEUED.ATTEMPTS) > 0));
      }
    }
    return due;
  }

  @Override
  public List<LeasedDelivery> lease(List<Candidate> chosen) {
    return tx.resultQuery(
            LEASE,
            DSL.val(settings.lease().toMillis()),
            DSL.val(chosen.stream().map(Candidate::deliveryId).toArray(String[]::new)),
            DSL.val(settings.workerId()))
        .coerce(LeaseRows.with(STARTED_AT))
        .fetch(
            row ->
                new LeasedDelivery(
                    LeaseRows.read(row, row.get(STARTED_AT)),
                    row.get(QUEUED.VARIANT),
                    row.get(LANE.HOST)));
  }

  @Override
  public void take(Collection<String> lanes, Map<String, Integer> taken) {
    tx.execute(
        TAKE_FROM_LANES,
        UnnestRows.of(lanes)
            .with(LANE.ID, lane -> lane)
            .with(TAKEN, lane -> taken.getOrDefault(lane, 0))
            .table());
  }

  @Override
  public Map<String, Endpoint> endpoints(List<LeasedDelivery> leases) {
    return endpoints.of(
        tx, leases.stream().map(leased -> leased.lease().webhookId().value()).toList());
  }

  @Override
  public Map<String, ImmutableBytes> bodies(List<LeasedDelivery> leases) {
    return BodyRows.of(tx, leases);
  }
}
