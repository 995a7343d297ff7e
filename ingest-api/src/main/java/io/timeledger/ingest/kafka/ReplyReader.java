package io.timeledger.ingest.kafka;

import io.timeledger.ingest.IngestProperties;
import io.timeledger.runtime.kafka.TailReader;
import io.timeledger.runtime.kafka.request.PendingReplies;
import io.timeledger.schemas.kafka.Topic;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Delivers the ledger's committed replies to waiting requests of this process.
@Component
final class ReplyReader extends TailReader {
  private static final Logger LOG = LoggerFactory.getLogger(ReplyReader.class);
  private final PendingReplies pendingReplies;

  ReplyReader(
      IngestKafkaClients clients, IngestProperties properties, PendingReplies pendingReplies) {
    super(
        IngestKafkaClients.SERVICE,
        "replies",
        () -> clients.consumer("replies"),
        List.of(Topic.REPLIES),
        properties.partitions(),
        Start.END);
    this.pendingReplies = pendingReplies;
  }

  @Override
  protected void caughtUp(int count) {
    LOG.info("event=reply_reader_positioned reader=replies partitions={}", count);
  }

  @Override
  protected void read(Iterable<ConsumerRecord<String, byte[]>> records) {
    records.forEach(pendingReplies::deliver);
  }
}
