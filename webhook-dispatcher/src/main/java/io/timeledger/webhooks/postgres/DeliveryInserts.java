package io.timeledger.webhooks.postgres;

import static io.timeledger.schemas.jooq.webhooks.Tables.BODY;
import static io.timeledger.schemas.jooq.webhooks.Tables.DELIVERY;
import static io.timeledger.schemas.jooq.webhooks.Tables.EVENT;
import static io.timeledger.schemas.jooq.webhooks.Tables.QUEUED;

import io.timeledger.webhooks.fanout.IntakeEvent;
import io.timeledger.webhooks.fanout.NewBody;
import io.timeledger.webhooks.fanout.NewDelivery;
import java.util.Collection;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.QueryPart;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/// New rows. What is there already stays as it is, and is not queued again.
final class DeliveryInserts {
  private static final Field<Boolean> HELD = DSL.field(DSL.name("held"), SQLDataType.BOOLEAN);
  private static final Field<Integer> PLACE = DSL.field(DSL.name("place"), SQLDataType.INTEGER);

  private DeliveryInserts() {}

  static void events(DSLContext tx, Collection<IntakeEvent> events) {
    UnnestRows.of(events)
        .with(EVENT.DAY, IntakeEvent::day)
        .with(EVENT.ID, row -> row.envelope().id())
        .with(EVENT.WORKSPACE_ID, row -> row.envelope().workspaceId().value())
        .with(EVENT.TYPE, row -> row.envelope().type())
        .with(EVENT.OCCURRED_AT, row -> row.envelope().timestamp())
        .with(EVENT.SEQUENCE, row -> row.envelope().sequence())
        .with(EVENT.TOPIC, row -> row.place().topic())
        .with(EVENT.PARTITION, row -> row.place().partition())
        .with(EVENT.OFFSET, row -> row.place().offset())
        .with(EVENT.TRACEPARENT, row -> row.place().traceparent())
        .insertInto(tx, EVENT);
  }

  static void bodies(DSLContext tx, Collection<NewBody> bodies) {
    UnnestRows.of(bodies)
        .with(BODY.DAY, NewBody::day)
        .with(BODY.EVENT_ID, NewBody::eventId)
        .with(BODY.VARIANT, NewBody::variant)
        .with(BODY.BYTES, row -> row.bytes().array())
        .insertInto(tx, BODY);
  }

  /// Records deliveries and queues those that are to be tried, due now.
  ///
  /// @return how many were new
  static int deliveries(DSLContext tx, Collection<NewDelivery> deliveries) {
    if (deliveries.isEmpty()) {
      return 0;
    }
    // Plain SQL: two inserts in one statement, so that only new deliveries are queued.
    return tx.fetchSingle(
            """
            with news as (
              insert into webhooks.delivery (
                day, id, workspace_id, endpoint_id, event_id, event_type, occurred_at, variant,
                trigger, replay_no, replay_job_id, command_id, state, next_attempt_at)
              select day, id, workspace_id, endpoint_id, event_id, event_type, occurred_at,
                variant, trigger, replay_no, replay_job_id, command_id,
                case when held then 'held' else 'pending' end,
                case when held then null else statement_timestamp() end
              from {0}
              on conflict do nothing
              returning id, created_at),
            queued as (
              insert into webhooks.queued (
                delivery_id, day, lane_id, event_id, event_type, variant, trigger, command_id,
                traceparent, due_at, created_at)
              select r.id, r.day, r.lane_id, r.event_id, r.event_type, r.variant, r.trigger,
                r.command_id, r.traceparent, statement_timestamp(), news.created_at
              from {0}
              join news on news.id = r.id
              where not r.held
              order by r.place
              on conflict do nothing)
            select count(*) from news
            """,
            rows(deliveries))
        .get(0, Integer.class);
  }

  private static QueryPart rows(Collection<NewDelivery> deliveries) {
    return UnnestRows.of(deliveries)
        .with(DELIVERY.DAY, NewDelivery::day)
        .with(DELIVERY.ID, row -> row.id().value())
        .with(DELIVERY.WORKSPACE_ID, row -> row.workspaceId().value())
        .with(DELIVERY.ENDPOINT_ID, row -> row.webhookId().value())
        .with(QUEUED.LANE_ID, NewDelivery::laneId)
        .with(DELIVERY.EVENT_ID, NewDelivery::eventId)
        .with(DELIVERY.EVENT_TYPE, NewDelivery::eventType)
        .with(DELIVERY.OCCURRED_AT, NewDelivery::occurredAt)
        .with(DELIVERY.VARIANT, NewDelivery::variant)
        .with(DELIVERY.TRIGGER, row -> ColumnConverters.wireName(row.trigger()))
        .with(DELIVERY.REPLAY_NO, NewDelivery::replayNo)
        .with(DELIVERY.REPLAY_JOB_ID, NewDelivery::replayJobId)
        .with(DELIVERY.COMMAND_ID, NewDelivery::commandId)
        .with(QUEUED.TRACEPARENT, NewDelivery::traceparent)
        .with(HELD, NewDelivery::held)
        .place(PLACE)
        .table();
  }
}
