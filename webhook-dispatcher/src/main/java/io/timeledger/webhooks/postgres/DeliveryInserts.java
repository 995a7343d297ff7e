package io.timeledger.webhooks.postgres;

import io.timeledger.webhooks.fanout.IntakeEvent;
import io.timeledger.webhooks.fanout.NewBody;
import io.timeledger.webhooks.fanout.NewDelivery;
import java.util.Collection;
import java.util.Locale;
import org.jooq.DSLContext;
import org.jooq.QueryPart;

/// New rows. What is there already stays as it is, and is not queued again.
final class DeliveryInserts {
  private DeliveryInserts() {}

  static void events(DSLContext tx, Collection<IntakeEvent> events) {
    if (!events.isEmpty()) {
      tx.execute(
          """
          insert into webhooks.event (
            day, id, workspace_id, type, occurred_at, sequence, topic, partition, "offset",
            traceparent)
          select day, id, workspace_id, type, occurred_at, sequence, topic, partition, place,
            traceparent
          from {0} on conflict do nothing
          """,
          UnnestRows.of(events)
              .day("day", IntakeEvent::day)
              .text("id", it -> it.envelope().id())
              .text("workspace_id", it -> it.envelope().workspaceId().value())
              .text("type", it -> it.envelope().type())
              .instant("occurred_at", it -> it.envelope().timestamp())
              .bigint("sequence", it -> it.envelope().sequence())
              .text("topic", it -> it.place().topic())
              .integer("partition", it -> it.place().partition())
              .bigint("place", it -> it.place().offset())
              .text("traceparent", it -> it.place().traceparent())
              .table());
    }
  }

  static void bodies(DSLContext tx, Collection<NewBody> bodies) {
    if (!bodies.isEmpty()) {
      tx.execute(
          """
          insert into webhooks.body (day, event_id, variant, bytes)
          select day, event_id, variant, bytes from {0} on conflict do nothing
          """,
          UnnestRows.of(bodies)
              .day("day", NewBody::day)
              .text("event_id", NewBody::eventId)
              .text("variant", NewBody::variant)
              .bytes("bytes", it -> it.bytes().array())
              .table());
    }
  }

  /// Records deliveries and queues those that are to be tried, due now.
  ///
  /// @return how many were new
  static int deliveries(DSLContext tx, Collection<NewDelivery> deliveries) {
    if (deliveries.isEmpty()) {
      return 0;
    }
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
        .day("day", NewDelivery::day)
        .text("id", it -> it.id().value())
        .text("workspace_id", it -> it.workspaceId().value())
        .text("endpoint_id", it -> it.webhookId().value())
        .text("lane_id", NewDelivery::laneId)
        .text("event_id", NewDelivery::eventId)
        .text("event_type", NewDelivery::eventType)
        .instant("occurred_at", NewDelivery::occurredAt)
        .text("variant", NewDelivery::variant)
        .text("trigger", it -> it.trigger().name().toLowerCase(Locale.ROOT))
        .integer("replay_no", NewDelivery::replayNo)
        .text("replay_job_id", NewDelivery::replayJobId)
        .text("command_id", NewDelivery::commandId)
        .text("traceparent", NewDelivery::traceparent)
        .bool("held", NewDelivery::held)
        .place("place")
        .table();
  }
}
