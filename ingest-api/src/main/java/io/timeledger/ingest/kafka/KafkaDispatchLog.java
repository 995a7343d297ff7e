package io.timeledger.ingest.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.timeledger.ingest.command.CommandResult;
import io.timeledger.ingest.webhook.DispatchLog;
import io.timeledger.runtime.Trace;
import io.timeledger.runtime.kafka.request.RequestReply;
import io.timeledger.schemas.kafka.HeaderNames;
import io.timeledger.schemas.kafka.RecordKeys;
import io.timeledger.schemas.kafka.Topic;
import io.timeledger.schemas.kafka.TopicSerdes;
import io.timeledger.schemas.webhook.DispatchEnvelope;
import io.timeledger.schemas.webhook.DispatchReply;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/// Publishes to `time.webhook-commands.v1` and waits for the reply.
@Component
final class KafkaDispatchLog implements DispatchLog {
  private final RequestReply requests;

  KafkaDispatchLog(@Qualifier(RequestReplyConfiguration.TO_DISPATCHER) RequestReply requests) {
    this.requests = requests;
  }

  @Override
  public CommandResult<DispatchReply> ask(DispatchEnvelope command, Duration patience) {
    return RequestResults.of(
        requests.ask(List.of(recordOf(command)), patience).getFirst(),
        TopicSerdes.WEBHOOK_REPLIES.codec());
  }

  private static ProducerRecord<String, byte[]> recordOf(DispatchEnvelope command) {
    ProducerRecord<String, byte[]> kafkaRecord =
        new ProducerRecord<>(
            Topic.WEBHOOK_COMMANDS.topicName(),
            RecordKeys.of(command.workspaceId()),
            TopicSerdes.WEBHOOK_COMMANDS.codec().write(command));
    kafkaRecord.headers().add(HeaderNames.COMMAND_ID, command.id().getBytes(UTF_8));
    kafkaRecord.headers().add(Trace.HEADER, Trace.current().traceparent().getBytes(UTF_8));
    return kafkaRecord;
  }
}
