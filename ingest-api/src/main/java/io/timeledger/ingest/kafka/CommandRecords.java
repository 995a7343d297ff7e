package io.timeledger.ingest.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.timeledger.runtime.Trace;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.kafka.HeaderNames;
import io.timeledger.schemas.kafka.RecordKeys;
import io.timeledger.schemas.kafka.Topic;
import org.apache.kafka.clients.producer.ProducerRecord;

/// Records of commands: keyed by workspace, with the command's id and the current trace as headers.
final class CommandRecords {
  private CommandRecords() {}

  static ProducerRecord<String, byte[]> of(
      Topic topic, WorkspaceId workspace, String commandId, byte[] command) {
    ProducerRecord<String, byte[]> kafkaRecord =
        new ProducerRecord<>(topic.topicName(), RecordKeys.of(workspace), command);
    kafkaRecord.headers().add(HeaderNames.COMMAND_ID, commandId.getBytes(UTF_8));
    kafkaRecord.headers().add(Trace.HEADER, Trace.current().traceparent().getBytes(UTF_8));
    return kafkaRecord;
  }
}
