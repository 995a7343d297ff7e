package io.timeledger.webhooks.postgres;

import static io.timeledger.schemas.jooq.webhooks.Tables.LANE;
import static io.timeledger.schemas.jooq.webhooks.Tables.QUEUED;
import static java.util.stream.Collectors.groupingBy;

import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.webhooks.body.ImmutableBytes;
import io.timeledger.webhooks.queue.ClaimResult;
import io.timeledger.webhooks.queue.DueDelivery;
import io.timeledger.webhooks.queue.LaneRotation;
import io.timeledger.webhooks.queue.QueueSettings;
import io.timeledger.webhooks.queue.Slots;
import io.timeledger.webhooks.queue.Slots.Candidate;
import io.timeledger.webhooks.subscription.Endpoint;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/// Takes what is due: lanes first, then their deliveries, so that what waits for one endpoint
/// costs another one nothing. Attempts are on record when the transaction ends, before any call.
/// For one thread.
final class DueDeliveryClaim {
  private static final int MOST_LANES = 64;
  private static final int MOST_AT_ONCE = 100;
  private static final Duration SOON = Duration.ofMillis(300);

  private static final Field<Integer> ROOM = DSL.field(DSL.name("room"), SQLDataType.INTEGER);
  private static final Field<Integer> TAKEN = DSL.field(DSL.name("taken"), SQLDataType.INTEGER);
  private static final Field<Instant> STARTED_AT =
      DSL.field(DSL.name("started_at"), SQLDataType.INSTANT);

  // Text: skips lanes that somebody holds, and must find the due ones by their index.
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

  // Text: one short look into the index of each lane, never one over all that waits.
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

  // Text: leases and the attempts on record are one statement, so that there is none without the
  // other.
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

  // Text: contains when a lane is due next, which is text.
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

  // Text: a look that must be as cheap as it is frequent.
  private static final String NEXT =
      """
      select extract(epoch from
        min(greatest(next_due_at, coalesce(hold_until, next_due_at))) - clock_timestamp())
      from webhooks.lane
      where next_due_at <= clock_timestamp() + {0} * interval '1 ms'
        and (hold_until is null or hold_until <= clock_timestamp() + {0} * interval '1 ms')
        and in_flight < cap_now
      """;

  private record Lane(String id, WorkspaceId workspaceId, String host, boolean strict, int room) {}

  private final DSLContext sql;
  private final QueueSettings settings;
  private final EndpointCache endpoints;
  private final LaneRotation turns = new LaneRotation();

  DueDeliveryClaim(DSLContext sql, QueueSettings settings, EndpointCache endpoints) {
    this.sql = sql;
    this.settings = settings;
    this.endpoints = endpoints;
  }

  ClaimResult claim(Slots slots) {
    List<Candidate> reserved = new ArrayList<>();
    List<DueDelivery> taken;
    try {
      taken = sql.transactionResult(tx -> take(tx.dsl(), slots, reserved));
    } catch (RuntimeException e) {
      reserved.forEach(it -> release(slots, it));
      throw e;
    }
    return new ClaimResult(taken, taken.isEmpty() ? nextIn() : Duration.ZERO);
  }

  private List<DueDelivery> take(DSLContext tx, Slots slots, List<Candidate> reserved) {
    Map<String, Lane> lanes = lanes(tx, slots);
    if (lanes.isEmpty()) {
      turns.taken(List.of(), List.of(), false);
      return List.of();
    }
    List<Candidate> due = due(tx, lanes);
    List<Candidate> chosen = slots.take(due);
    reserved.addAll(chosen);
    turns.taken(due, chosen, lanes.size() == MOST_LANES);
    long startedNanos = System.nanoTime();
    List<LeasedDelivery> leases = chosen.isEmpty() ? List.of() : lease(tx, chosen);
    Set<String> got = new HashSet<>();
    leases.forEach(it -> got.add(it.lease().deliveryId().value()));
    List<Candidate> kept = chosen.stream().filter(it -> got.contains(it.deliveryId())).toList();
    chosen.stream().filter(it -> !kept.contains(it)).forEach(it -> release(slots, it));
    reserved.retainAll(kept);
    Map<String, List<Candidate>> byLane = kept.stream().collect(groupingBy(Candidate::laneId));
    tx.execute(
        TAKE_FROM_LANES,
        UnnestRows.of(lanes.keySet())
            .with(LANE.ID, it -> it)
            .with(TAKEN, it -> byLane.getOrDefault(it, List.of()).size())
            .table());
    return withBodies(tx, leases, startedNanos);
  }

  private Map<String, Lane> lanes(DSLContext tx, Slots slots) {
    Map<String, Lane> lanes = new HashMap<>();
    ResultQuery<? extends Record> rows =
        tx.resultQuery(
                LANES,
                DSL.val(MOST_LANES),
                DSL.val(slots.fullHosts().toArray(String[]::new)),
                DSL.val(turns.over().toArray(String[]::new)))
            .coerce(LANE.ID, LANE.WORKSPACE_ID, LANE.HOST, LANE.STRICT, ROOM);
    for (Record row : rows) {
      String id = row.get(LANE.ID);
      lanes.put(
          id,
          new Lane(
              id,
              new WorkspaceId(row.get(LANE.WORKSPACE_ID)),
              row.get(LANE.HOST),
              row.get(LANE.STRICT),
              row.get(ROOM)));
    }
    return lanes;
  }

  private List<Candidate> due(DSLContext tx, Map<String, Lane> lanes) {
    List<Candidate> due = new ArrayList<>();
    ResultQuery<? extends Record> rows =
        tx.resultQuery(
                DUE,
                UnnestRows.of(lanes.values())
                    .with(LANE.ID, Lane::id)
                    .with(ROOM, Lane::room)
                    .with(LANE.STRICT, Lane::strict)
                    .table(),
                DSL.val(MOST_AT_ONCE))
            .coerce(QUEUED.DELIVERY_ID, QUEUED.LANE_ID, QUEUED.ATTEMPTS, QUEUED.DUE_AT);
    for (Record row : rows) {
      Lane lane = lanes.get(row.get(QUEUED.LANE_ID));
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

  private List<LeasedDelivery> lease(DSLContext tx, List<Candidate> chosen) {
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

  private List<DueDelivery> withBodies(
      DSLContext tx, List<LeasedDelivery> leases, long startedNanos) {
    Map<String, Endpoint> known =
        endpoints.of(tx, leases.stream().map(it -> it.lease().webhookId().value()).toList());
    Map<String, ImmutableBytes> bodies = BodyRows.of(tx, leases);
    List<DueDelivery> claimed = new ArrayList<>();
    for (LeasedDelivery leased : leases) {
      Endpoint endpoint = known.get(leased.lease().webhookId().value());
      ImmutableBytes body = bodies.get(leased.bodyKey());
      if (endpoint == null) {
        // Endpoints are never removed while deliveries of theirs are queued.
        throw new IllegalStateException("no endpoint of " + leased.lease().deliveryId());
      }
      claimed.add(
          new DueDelivery(
              leased.lease(),
              leased.host(),
              body == null
                  ? Endpoint.faulty(endpoint.webhook(), "its body is no longer kept")
                  : endpoint,
              body == null ? ImmutableBytes.NONE : body,
              startedNanos));
    }
    return claimed;
  }

  private Duration nextIn() {
    Double seconds = sql.fetchSingle(NEXT, DSL.val(SOON.toMillis())).get(0, Double.class);
    return seconds == null ? SOON : Duration.ofNanos((long) (seconds * 1e9) + 1);
  }

  private static void release(Slots slots, Candidate candidate) {
    slots.release(candidate.workspaceId(), candidate.host(), candidate.retry());
  }
}
