package io.timeledger.ingest.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.timeledger.ingest.command.CommandResult;
import io.timeledger.ingest.webhook.DispatchLog;
import io.timeledger.runtime.Trace;
import io.timeledger.schemas.kafka.HeaderNames;
import io.timeledger.schemas.kafka.RecordKeys;
import io.timeledger.schemas.kafka.Topic;
import io.timeledger.schemas.kafka.TopicSerdes;
import io.timeledger.schemas.webhook.DispatchEnvelope;
import io.timeledger.schemas.webhook.DispatchReply;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/// Publishes to `time.webhook-commands.v1` and waits for the reply.
@Component
final class KafkaDispatchLog implements DispatchLog, DisposableBean {
  private final Producer<String, byte[]> producer;
  private final DispatchReplyReader replies;

  KafkaDispatchLog(IngestKafkaClients clients, DispatchReplyReader replies) {
    this.producer = clients.producer("webhook-commands");
    this.replies = replies;
  }

  @Override
  public CommandResult<DispatchReply> ask(DispatchEnvelope command, Duration patience) {
    if (!replies.isCaughtUp()) {
      return new CommandResult.Unavailable<>();
    }
    byte[] value = TopicSerdes.WEBHOOK_COMMANDS.codec().write(command);
    if (value.length > Topic.MAX_RECORD_BYTES) {
      return new CommandResult.TooLarge<>();
    }
    long deadline = System.nanoTime() + patience.toNanos();
    CompletableFuture<DispatchReply> reply = new CompletableFuture<>();
    String address = replies.await(reply);
    try {
      return PendingRequest.ask(producer, recordOf(command, value, address), reply)
          .outcome(deadline);
    } finally {
      replies.forget(address);
    }
  }

  private static ProducerRecord<String, byte[]> recordOf(
      DispatchEnvelope command, byte[] value, String address) {
    ProducerRecord<String, byte[]> kafkaRecord =
        new ProducerRecord<>(
            Topic.WEBHOOK_COMMANDS.topicName(), RecordKeys.of(command.workspaceId()), value);
    kafkaRecord.headers().add(HeaderNames.COMMAND_ID, command.id().getBytes(UTF_8));
    kafkaRecord.headers().add(HeaderNames.API_INSTANCE, address.getBytes(UTF_8));
    kafkaRecord.headers().add(Trace.HEADER, Trace.current().traceparent().getBytes(UTF_8));
    return kafkaRecord;
  }

  @Override
  public void destroy() {
    producer.close(Duration.ofSeconds(2));
  }
}
