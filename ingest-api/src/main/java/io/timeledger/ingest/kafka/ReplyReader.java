package io.timeledger.ingest.kafka;

import io.timeledger.ingest.IngestProperties;
import io.timeledger.runtime.kafka.request.PendingReplies;
import io.timeledger.schemas.kafka.Topic;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.stereotype.Component;

/// Delivers the ledger's committed replies to waiting requests of this process.
@Component
final class ReplyReader extends TailReader {
  private final PendingReplies pendingReplies;

  ReplyReader(
      IngestKafkaClients clients, IngestProperties properties, PendingReplies pendingReplies) {
    super("replies", clients, properties.partitions(), List.of(Topic.REPLIES.topicName()));
    this.pendingReplies = pendingReplies;
  }

  @Override
  void read(ConsumerRecord<String, byte[]> reply) {
    pendingReplies.deliver(reply);
  }
}
