package io.timeledger.webhooks.postgres;

import io.timeledger.runtime.Trace;
import io.timeledger.schemas.command.Actor;
import io.timeledger.schemas.command.CommandEnvelope;
import io.timeledger.schemas.command.CommandOrigin;
import io.timeledger.schemas.command.WebhookCommand.DisableWebhook;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.json.CommandCodec;
import io.timeledger.schemas.json.RecordCodec;
import io.timeledger.schemas.resource.DisabledReason;
import io.timeledger.schemas.resource.RequestInfo;
import io.timeledger.schemas.resource.Webhook;
import io.timeledger.schemas.webhook.DeliveryOutcome;
import io.timeledger.schemas.webhook.DispatchReply;
import io.timeledger.webhooks.attempt.CompletedAttempt;
import io.timeledger.webhooks.attempt.Lease;
import io.timeledger.webhooks.body.ImmutableBytes;
import io.timeledger.webhooks.postgres.Outbox.Letter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;

/// What others are told of.
final class OutboxMessages {
  private static final RecordCodec<DeliveryOutcome> OUTCOMES =
      new RecordCodec<>(DeliveryOutcome.class);
  private static final CommandCodec COMMANDS = new CommandCodec();
  private static final UserId SYSTEM = new UserId("system");

  private OutboxMessages() {}

  /// What became of deliveries that are final.
  static void outcomes(DSLContext tx, List<CompletedAttempt> finals) {
    Outbox.put(tx, finals.stream().map(OutboxMessages::letter).toList());
  }

  private static Letter letter(CompletedAttempt finished) {
    DeliveryOutcome outcome = outcome(finished);
    String traceparent = finished.ended().lease().traceparent();
    return new Letter(
        OutboxChannel.OUTCOMES,
        outcome.workspaceId(),
        traceparent == null ? Map.of() : Map.of(Trace.HEADER, traceparent),
        ImmutableBytes.of(OUTCOMES.write(outcome)));
  }

  static Letter letter(DeliveryOutcome outcome) {
    return new Letter(
        OutboxChannel.OUTCOMES,
        outcome.workspaceId(),
        Map.of(),
        ImmutableBytes.of(OUTCOMES.write(outcome)));
  }

  /// Answers those who asked for tests that are over now.
  static void tests(DSLContext tx, List<CompletedAttempt> owned) {
    List<DispatchReply> replies = new ArrayList<>();
    for (CompletedAttempt finished : owned) {
      Lease lease = finished.ended().lease();
      String commandId = lease.commandId();
      if (lease.isTest() && finished.isFinal() && commandId != null) {
        replies.add(
            new DispatchReply(
                commandId,
                lease.workspaceId(),
                finished.ended().endedAt(),
                lease.deliveryId(),
                null,
                null));
      }
    }
    HandledDispatches.answer(tx, replies);
  }

  /// Asks the ledger to switch a webhook off. Asked twice for one version, it does so once.
  static void disable(DSLContext tx, Webhook webhook, DisabledReason reason) {
    String id =
        "disable:%s:%d:%s"
            .formatted(webhook.id(), webhook.version(), reason.name().toLowerCase(Locale.ROOT));
    CommandEnvelope command =
        new CommandEnvelope(
            id,
            webhook.workspaceId(),
            new Actor(SYSTEM, Set.of(), null, CommandOrigin.SYSTEM),
            "",
            RequestInfo.NONE,
            new DisableWebhook(webhook.id(), reason, webhook.version()));
    Outbox.put(
        tx,
        List.of(
            new Letter(
                OutboxChannel.LEDGER,
                webhook.workspaceId(),
                Map.of("command_id", id),
                ImmutableBytes.of(COMMANDS.write(command)))));
  }

  private static DeliveryOutcome outcome(CompletedAttempt finished) {
    Lease lease = finished.ended().lease();
    Instant at = finished.ended().endedAt();
    return new DeliveryOutcome(
        lease.deliveryId(),
        lease.webhookId(),
        lease.workspaceId(),
        lease.eventId(),
        lease.eventType(),
        lease.trigger(),
        finished.state(),
        finished.ended().answer().outcome(),
        lease.attemptNo(),
        lease.createdAt(),
        at);
  }
}
