package io.timeledger.calendar.kafka;

import io.timeledger.calendar.postgres.CalendarOutbox;
import io.timeledger.calendar.postgres.OutgoingRecord;
import io.timeledger.runtime.ImmutableBytes;
import io.timeledger.runtime.WorkSignal;
import io.timeledger.runtime.kafka.OutboxSender;
import io.timeledger.schemas.kafka.Topic;
import java.time.Duration;
import org.apache.kafka.clients.producer.ProducerRecord;

/// Sends blocks, marks, grants, replies and commands to the ledger, all in the order of the outbox.
public final class CalendarOutboxLoop {
  private CalendarOutboxLoop() {}

  /// @param written signalled after the outbox was written; may be spurious
  /// @param preparation must succeed before the outbox is read
  public static OutboxSender of(
      ConnectorKafkaClients clients,
      CalendarOutbox outbox,
      WorkSignal written,
      Runnable preparation) {
    return new OutboxSender(
        "calendar-outbox",
        (most, send) ->
            outbox.drain(
                most,
                records ->
                    send.accept(records.stream().map(CalendarOutboxLoop::recordOf).toList())),
        clients::producer,
        written,
        Duration.ZERO,
        preparation);
  }

  private static ProducerRecord<String, byte[]> recordOf(OutgoingRecord outgoing) {
    Topic topic =
        switch (outgoing.channel()) {
          case BLOCKS -> Topic.CALENDAR_BLOCKS;
          case MARKS -> Topic.CALENDAR_MARKS;
          case REPLIES -> Topic.CALENDAR_REPLIES;
          case LEDGER -> Topic.COMMANDS;
          case GRANTS -> Topic.CONNECTION_TOKENS;
        };
    ImmutableBytes value = outgoing.value();
    return OutboxSender.recordOf(
        topic, outgoing.key(), outgoing.headers(), value == null ? null : value.array());
  }
}
