package io.timeledger.webhooks.postgres;

import io.timeledger.runtime.ImmutableBytes;
import io.timeledger.schemas.command.CommandEnvelope;
import io.timeledger.schemas.json.CommandCodec;
import io.timeledger.schemas.json.RecordCodec;
import io.timeledger.schemas.webhook.DeliveryOutcome;
import io.timeledger.schemas.webhook.DispatchReply;
import io.timeledger.webhooks.postgres.Outbox.OutboxMessage;
import java.util.Map;

/// Outcomes, replies and commands as outbox records.
final class OutboxMessages {
  private static final RecordCodec<DeliveryOutcome> OUTCOMES =
      new RecordCodec<>(DeliveryOutcome.class);
  private static final CommandCodec COMMANDS = new CommandCodec();
  static final RecordCodec<DispatchReply> REPLIES = new RecordCodec<>(DispatchReply.class);

  private OutboxMessages() {}

  static OutboxMessage message(DeliveryOutcome outcome, Map<String, String> headers) {
    return new OutboxMessage(
        OutboxChannel.OUTCOMES,
        outcome.workspaceId(),
        headers,
        ImmutableBytes.of(OUTCOMES.write(outcome)));
  }

  static OutboxMessage message(DispatchReply reply, Map<String, String> headers) {
    return new OutboxMessage(
        OutboxChannel.REPLIES,
        reply.workspaceId(),
        headers,
        ImmutableBytes.of(REPLIES.write(reply)));
  }

  static OutboxMessage message(CommandEnvelope command) {
    return new OutboxMessage(
        OutboxChannel.LEDGER,
        command.workspaceId(),
        Map.of("command_id", command.id()),
        ImmutableBytes.of(COMMANDS.write(command)));
  }
}
