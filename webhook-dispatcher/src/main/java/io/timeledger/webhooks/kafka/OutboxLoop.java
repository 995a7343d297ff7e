package io.timeledger.webhooks.kafka;

import io.timeledger.runtime.WorkSignal;
import io.timeledger.runtime.kafka.OutboxSender;
import io.timeledger.schemas.kafka.RecordKeys;
import io.timeledger.schemas.kafka.Topic;
import io.timeledger.webhooks.postgres.Outbox;
import io.timeledger.webhooks.postgres.Outbox.OutboxMessage;
import java.time.Duration;
import org.apache.kafka.clients.producer.ProducerRecord;

/// Sends outcomes, replies and commands to the ledger, those of a workspace in order.
public final class OutboxLoop {
  private static final Duration GATHERING = Duration.ofMillis(25);

  private OutboxLoop() {}

  /// @param written signalled after the outbox was written; may be spurious
  /// @param preparation must succeed before the outbox is read
  public static OutboxSender of(
      DispatcherKafkaClients clients, Outbox outbox, WorkSignal written, Runnable preparation) {
    return new OutboxSender(
        "webhook-outbox",
        (most, send) ->
            outbox.drain(
                most,
                messages -> send.accept(messages.stream().map(OutboxLoop::recordOf).toList())),
        clients::producer,
        written,
        GATHERING,
        preparation);
  }

  private static ProducerRecord<String, byte[]> recordOf(OutboxMessage message) {
    Topic topic =
        switch (message.channel()) {
          case OUTCOMES -> Topic.WEBHOOK_OUTCOMES;
          case REPLIES -> Topic.WEBHOOK_REPLIES;
          case LEDGER -> Topic.COMMANDS;
        };
    return OutboxSender.recordOf(
        topic, RecordKeys.of(message.workspaceId()), message.headers(), message.value().array());
  }
}
