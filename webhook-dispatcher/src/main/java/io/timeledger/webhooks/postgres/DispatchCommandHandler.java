package io.timeledger.webhooks.postgres;

import io.timeledger.schemas.id.DeliveryId;
import io.timeledger.schemas.id.ReplayId;
import io.timeledger.schemas.json.Json;
import io.timeledger.schemas.reply.ErrorCode;
import io.timeledger.schemas.reply.Problem;
import io.timeledger.schemas.resource.Webhook;
import io.timeledger.schemas.webhook.DeliveryTrigger;
import io.timeledger.schemas.webhook.DispatchCommand.CancelReplay;
import io.timeledger.schemas.webhook.DispatchCommand.Redeliver;
import io.timeledger.schemas.webhook.DispatchCommand.Replay;
import io.timeledger.schemas.webhook.DispatchCommand.TestWebhook;
import io.timeledger.schemas.webhook.DispatchEnvelope;
import io.timeledger.schemas.webhook.DispatchReply;
import io.timeledger.webhooks.body.Bodies;
import io.timeledger.webhooks.body.BodyVariant;
import io.timeledger.webhooks.body.ImmutableBytes;
import io.timeledger.webhooks.fanout.DeliveryIds;
import io.timeledger.webhooks.fanout.IntakeBatch.Asked;
import io.timeledger.webhooks.fanout.NewBody;
import io.timeledger.webhooks.fanout.NewDelivery;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// Does what it is asked to, in the transaction that reads the command. A test is answered when
/// its attempt is over, everything else at once.
final class DispatchCommandHandler {
  /// Tests have lanes of their own: they wait for nobody and tell nothing of the endpoint.
  private static final String TEST_LANE = "/test";

  private final DSLContext tx;
  private final Instant now;
  private final int defaultReplayRate;

  /// @param now by which what nobody waits for any more is refused
  DispatchCommandHandler(DSLContext tx, Instant now, int defaultReplayRate) {
    this.tx = tx;
    this.now = now;
    this.defaultReplayRate = defaultReplayRate;
  }

  /// @return the lanes that have something new
  Set<String> handle(Asked asked) {
    DispatchEnvelope envelope = asked.envelope();
    if (!HandledDispatches.take(tx, envelope, asked.headers(), asked.at())) {
      return Set.of();
    }
    Optional<Webhook> webhook = webhook(envelope);
    if (webhook.isEmpty()) {
      refuse(asked, ErrorCode.NOT_FOUND, "There is no such webhook.");
      return Set.of();
    }
    return switch (envelope.command()) {
      case TestWebhook test -> test(asked, webhook.get(), test);
      case Redeliver redeliver -> redeliver(asked, webhook.get(), redeliver);
      case Replay replay -> replay(asked, webhook.get(), replay);
      case CancelReplay cancel -> cancel(asked, webhook.get(), cancel);
    };
  }

  private Set<String> test(Asked asked, Webhook webhook, TestWebhook test) {
    if (now.isAfter(test.notAfter())) {
      refuse(asked, ErrorCode.LOG_UNAVAILABLE, "The test could not be begun in time.");
      return Set.of();
    }
    Instant at = asked.at();
    LocalDate day = at.atZone(ZoneOffset.UTC).toLocalDate();
    String eventId = DeliveryIds.testEvent(at, asked.envelope().id());
    BodyVariant variant = BodyVariant.of(webhook);
    String lane = testLane(webhook);
    DeliveryInserts.bodies(
        tx,
        List.of(
            new NewBody(
                day,
                eventId,
                variant.name(),
                ImmutableBytes.of(
                    Bodies.test(eventId, webhook.workspaceId(), webhook.id(), at, variant)))));
    DeliveryInserts.deliveries(
        tx,
        List.of(
            new NewDelivery(
                test.deliveryId(),
                day,
                webhook.workspaceId(),
                webhook.id(),
                lane,
                eventId,
                Bodies.TEST,
                at,
                variant.name(),
                DeliveryTrigger.TEST,
                0,
                null,
                asked.envelope().id(),
                asked.headers().get("traceparent"),
                false)));
    return Set.of(lane);
  }

  private String testLane(Webhook webhook) {
    String lane = webhook.id().value() + TEST_LANE;
    tx.execute(
        """
        insert into webhooks.lane (id, endpoint_id, workspace_id, host, cap_now, cap_max)
        values ({0}, {1}, {2}, {3}, 2, 2) on conflict do nothing
        """,
        DSL.val(lane),
        DSL.val(webhook.id().value()),
        DSL.val(webhook.workspaceId().value()),
        DSL.val(EndpointRows.host(webhook)));
    EndpointRows.holdForSecrets(tx, webhook, EndpointRows.secrets(tx, webhook.id().value()));
    return lane;
  }

  private Set<String> redeliver(Asked asked, Webhook webhook, Redeliver redeliver) {
    Record first =
        tx.fetchOne(
            """
            select d.day, d.event_id, d.event_type, d.occurred_at, d.variant,
              b.event_id is not null as has_body,
              (select max(x.replay_no) + 1 from webhooks.delivery x
                where x.day = d.day and x.event_id = d.event_id
                  and x.endpoint_id = d.endpoint_id) as replay_no
            from webhooks.delivery d
            left join webhooks.body b
              on b.day = d.day and b.event_id = d.event_id and b.variant = d.variant
            where d.id = {0} and d.endpoint_id = {1}
            """,
            DSL.val(redeliver.of().value()), DSL.val(webhook.id().value()));
    if (first == null) {
      refuse(asked, ErrorCode.NOT_FOUND, "There is no such delivery of the webhook.");
      return Set.of();
    }
    if (!first.get("has_body", Boolean.class)) {
      refuse(asked, ErrorCode.NOT_FOUND, "What the delivery carried is no longer kept.");
      return Set.of();
    }
    DeliveryInserts.deliveries(
        tx,
        List.of(
            new NewDelivery(
                redeliver.deliveryId(),
                first.get("day", LocalDate.class),
                webhook.workspaceId(),
                webhook.id(),
                webhook.id().value(),
                first.get("event_id", String.class),
                first.get("event_type", String.class),
                first.get("occurred_at", Instant.class),
                first.get("variant", String.class),
                DeliveryTrigger.MANUAL,
                first.get("replay_no", Integer.class),
                null,
                asked.envelope().id(),
                asked.headers().get("traceparent"),
                false)));
    answer(asked, redeliver.deliveryId(), null, null);
    return Set.of(webhook.id().value());
  }

  private Set<String> replay(Asked asked, Webhook webhook, Replay replay) {
    Integer rate = replay.ratePerSecond();
    tx.execute(
        """
        insert into webhooks.replay_job (
          id, workspace_id, endpoint_id, state, filter, rate_per_second, created_by)
        values ({0}, {1}, {2}, 'running', {3}::jsonb, {4}, {5}) on conflict do nothing
        """,
        DSL.val(replay.replayId().value()),
        DSL.val(webhook.workspaceId().value()),
        DSL.val(webhook.id().value()),
        DSL.val(Json.MAPPER.writeValueAsString(replay.filter())),
        DSL.val(rate == null ? defaultReplayRate : rate),
        DSL.val(asked.envelope().actor().userId().value()));
    answer(asked, null, replay.replayId(), null);
    return Set.of();
  }

  private Set<String> cancel(Asked asked, Webhook webhook, CancelReplay cancel) {
    Lanes.lock(tx, Set.of(webhook.id().value()));
    Record job =
        tx.fetchOne(
            "select state from webhooks.replay_job where id = {0} and endpoint_id = {1} for update",
            DSL.val(cancel.replayId().value()), DSL.val(webhook.id().value()));
    if (job == null) {
      refuse(asked, ErrorCode.NOT_FOUND, "There is no such replay of the webhook.");
      return Set.of();
    }
    if (job.get(0, String.class).equals("running")) {
      tx.execute(
          """
          update webhooks.replay_job
          set state = 'cancelled', finished_at = clock_timestamp(), updated_at = clock_timestamp()
          where id = {0}
          """,
          DSL.val(cancel.replayId().value()));
      DeliveryCancellation.ofReplay(tx, cancel.replayId().value());
    }
    answer(asked, null, cancel.replayId(), null);
    return Set.of(webhook.id().value());
  }

  private Optional<Webhook> webhook(DispatchEnvelope envelope) {
    return tx
        .fetch(
            """
            select config::text from webhooks.endpoint
            where id = {0} and workspace_id = {1} and deleted_at is null
            """,
            DSL.val(envelope.command().webhookId().value()),
            DSL.val(envelope.workspaceId().value()))
        .stream()
        .map(row -> EndpointCache.webhook(row.get(0, String.class)))
        .findFirst();
  }

  private void refuse(Asked asked, ErrorCode code, String why) {
    answer(asked, null, null, Problem.of(code, why));
  }

  private void answer(
      Asked asked,
      @Nullable DeliveryId delivery,
      @Nullable ReplayId replay,
      @Nullable Problem problem) {
    HandledDispatches.answer(
        tx,
        List.of(
            new DispatchReply(
                asked.envelope().id(),
                asked.envelope().workspaceId(),
                asked.at(),
                delivery,
                replay,
                problem)));
  }
}
