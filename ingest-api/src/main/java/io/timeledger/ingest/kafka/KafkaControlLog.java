package io.timeledger.ingest.kafka;

import io.timeledger.ingest.command.CommandResult;
import io.timeledger.runtime.kafka.request.RequestReply;
import io.timeledger.schemas.command.ControlEnvelope;
import io.timeledger.schemas.kafka.CodecSerde;
import io.timeledger.schemas.kafka.Topic;
import io.timeledger.schemas.reply.ControlReply;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;

/// Publishes commands to a service other than the ledger, and waits for its replies.
final class KafkaControlLog<E extends ControlEnvelope<?>, R extends ControlReply> {
  private final RequestReply requests;
  private final Topic topic;
  private final CodecSerde<E> commands;
  private final CodecSerde<R> replies;

  KafkaControlLog(
      RequestReply requests, Topic topic, CodecSerde<E> commands, CodecSerde<R> replies) {
    this.requests = requests;
    this.topic = topic;
    this.commands = commands;
    this.replies = replies;
  }

  CommandResult<R> ask(E command, Duration patience) {
    return RequestResults.of(
        requests.ask(List.of(recordOf(command)), patience).getFirst(), replies.codec());
  }

  private ProducerRecord<String, byte[]> recordOf(E command) {
    return CommandRecords.of(
        topic, command.workspaceId(), command.id(), commands.codec().write(command));
  }
}
