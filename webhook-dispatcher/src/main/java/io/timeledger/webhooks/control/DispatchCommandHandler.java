package io.timeledger.webhooks.control;

import io.timeledger.runtime.ImmutableBytes;
import io.timeledger.schemas.id.DeliveryId;
import io.timeledger.schemas.id.ReplayId;
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
import io.timeledger.webhooks.fanout.DeliveryIds;
import io.timeledger.webhooks.fanout.IntakeBatch.DispatchRequest;
import io.timeledger.webhooks.fanout.NewBody;
import io.timeledger.webhooks.fanout.NewDelivery;
import io.timeledger.webhooks.subscription.EndpointChanges;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Does what it is asked to, in the transaction that reads the command. A test is answered when
/// its attempt is over, everything else at once.
public final class DispatchCommandHandler {
  /// Tests have lanes of their own: they wait for no delivery and do not count for its health.
  private static final String TEST_LANE = "/test";

  private final ControlStore store;
  private final CommandReplies replies;
  private final EndpointChanges endpoints;
  private final Instant now;
  private final int defaultReplayRate;

  /// @param now commands whose caller has stopped waiting by then are refused
  /// @param defaultReplayRate deliveries per second of a replay that names none
  public DispatchCommandHandler(
      ControlStore store,
      CommandReplies replies,
      EndpointChanges endpoints,
      Instant now,
      int defaultReplayRate) {
    this.store = store;
    this.replies = replies;
    this.endpoints = endpoints;
    this.now = now;
    this.defaultReplayRate = defaultReplayRate;
  }

  /// @return the lanes that have something new
  public Set<String> handle(DispatchRequest request) {
    DispatchEnvelope envelope = request.envelope();
    if (!replies.take(request)) {
      return Set.of();
    }
    Optional<Webhook> webhook =
        store.webhook(envelope.workspaceId(), envelope.command().webhookId());
    if (webhook.isEmpty()) {
      refuse(request, ErrorCode.NOT_FOUND, "There is no such webhook.");
      return Set.of();
    }
    return switch (envelope.command()) {
      case TestWebhook test -> test(request, webhook.get(), test);
      case Redeliver redeliver -> redeliver(request, webhook.get(), redeliver);
      case Replay replay -> replay(request, webhook.get(), replay);
      case CancelReplay cancel -> cancel(request, webhook.get(), cancel);
    };
  }

  private Set<String> test(DispatchRequest request, Webhook webhook, TestWebhook test) {
    if (now.isAfter(test.notAfter())) {
      refuse(request, ErrorCode.LOG_UNAVAILABLE, "The test could not be begun in time.");
      return Set.of();
    }
    Instant at = request.at();
    LocalDate day = at.atZone(ZoneOffset.UTC).toLocalDate();
    String eventId = DeliveryIds.testEvent(at, request.envelope().id());
    BodyVariant variant = BodyVariant.of(webhook);
    String lane = testLane(webhook);
    store.add(
        new NewBody(
            day,
            eventId,
            variant.name(),
            ImmutableBytes.of(
                Bodies.test(eventId, webhook.workspaceId(), webhook.id(), at, variant))));
    store.add(
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
            request.envelope().id(),
            request.headers().get("traceparent"),
            false));
    return Set.of(lane);
  }

  private String testLane(Webhook webhook) {
    String lane = webhook.id().value() + TEST_LANE;
    store.addTestLane(lane, webhook);
    endpoints.holdForSecrets(webhook);
    return lane;
  }

  private Set<String> redeliver(DispatchRequest request, Webhook webhook, Redeliver redeliver) {
    Optional<PastDelivery> found = store.delivery(redeliver.of(), webhook.id());
    if (found.isEmpty()) {
      refuse(request, ErrorCode.NOT_FOUND, "There is no such delivery of the webhook.");
      return Set.of();
    }
    PastDelivery first = found.get();
    if (!first.hasBody()) {
      refuse(request, ErrorCode.NOT_FOUND, "What the delivery carried is no longer kept.");
      return Set.of();
    }
    store.add(
        new NewDelivery(
            redeliver.deliveryId(),
            first.day(),
            webhook.workspaceId(),
            webhook.id(),
            webhook.id().value(),
            first.eventId(),
            first.eventType(),
            first.occurredAt(),
            first.variant(),
            DeliveryTrigger.MANUAL,
            first.nextReplayNo(),
            null,
            request.envelope().id(),
            request.headers().get("traceparent"),
            false));
    answer(request, redeliver.deliveryId(), null, null);
    return Set.of(webhook.id().value());
  }

  private Set<String> replay(DispatchRequest request, Webhook webhook, Replay replay) {
    Integer rate = replay.ratePerSecond();
    store.add(
        webhook,
        replay,
        rate == null ? defaultReplayRate : rate,
        request.envelope().actor().userId().value());
    answer(request, null, replay.replayId(), null);
    return Set.of();
  }

  private Set<String> cancel(DispatchRequest request, Webhook webhook, CancelReplay cancel) {
    Optional<ReplayState> state = store.lock(cancel.replayId(), webhook.id());
    if (state.isEmpty()) {
      refuse(request, ErrorCode.NOT_FOUND, "There is no such replay of the webhook.");
      return Set.of();
    }
    if (state.get() == ReplayState.RUNNING) {
      store.end(cancel.replayId(), ReplayState.CANCELLED);
      store.cancelDeliveries(cancel.replayId());
    }
    answer(request, null, cancel.replayId(), null);
    return Set.of(webhook.id().value());
  }

  private void refuse(DispatchRequest request, ErrorCode code, String why) {
    answer(request, null, null, Problem.of(code, why));
  }

  private void answer(
      DispatchRequest request,
      @Nullable DeliveryId delivery,
      @Nullable ReplayId replay,
      @Nullable Problem problem) {
    replies.answer(
        new DispatchReply(
            request.envelope().id(),
            request.envelope().workspaceId(),
            request.at(),
            delivery,
            replay,
            problem));
  }
}
