package io.timeledger.webhooks.postgres;

import io.timeledger.runtime.ImmutableBytes;
import io.timeledger.schemas.command.CommandEnvelope;
import io.timeledger.schemas.json.CommandCodec;
import io.timeledger.schemas.json.RecordCodec;
import io.timeledger.schemas.webhook.DeliveryOutcome;
import io.timeledger.schemas.webhook.DispatchReply;
import io.timeledger.webhooks.postgres.Outbox.Letter;
import java.util.Map;

/// What others are told of, as it stands in the outbox.
final class OutboxMessages {
  private static final RecordCodec<DeliveryOutcome> OUTCOMES =
      new RecordCodec<>(DeliveryOutcome.class);
  private static final CommandCodec COMMANDS = new CommandCodec();
  static final RecordCodec<DispatchReply> REPLIES = new RecordCodec<>(DispatchReply.class);

  private OutboxMessages() {}

  static Letter letter(DeliveryOutcome outcome, Map<String, String> headers) {
    return new Letter(
        OutboxChannel.OUTCOMES,
        outcome.workspaceId(),
        headers,
        ImmutableBytes.of(OUTCOMES.write(outcome)));
  }

  static Letter letter(DispatchReply reply, Map<String, String> headers) {
    return new Letter(
        OutboxChannel.REPLIES,
        reply.workspaceId(),
        headers,
        ImmutableBytes.of(REPLIES.write(reply)));
  }

  static Letter letter(CommandEnvelope command) {
    return new Letter(
        OutboxChannel.LEDGER,
        command.workspaceId(),
        Map.of("command_id", command.id()),
        ImmutableBytes.of(COMMANDS.write(command)));
  }
}
