package io.timeledger.ingest.kafka;

import io.timeledger.ingest.IngestProperties;
import io.timeledger.runtime.kafka.TailReader;
import io.timeledger.schemas.json.MalformedException;
import io.timeledger.schemas.kafka.HeaderNames;
import io.timeledger.schemas.kafka.Topic;
import io.timeledger.schemas.kafka.TopicSerdes;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Delivers committed replies to waiting requests of this process, and skips all others by header.
@Component
final class ReplyReader extends TailReader {
  private static final Logger LOG = LoggerFactory.getLogger(ReplyReader.class);
  private final PendingReplies pendingReplies;
  private final ApiInstance instance;

  ReplyReader(
      IngestKafkaClients clients,
      IngestProperties properties,
      PendingReplies pendingReplies,
      ApiInstance instance) {
    super(
        IngestKafkaClients.SERVICE,
        "replies",
        () -> clients.consumer("replies"),
        List.of(Topic.REPLIES),
        properties.partitions(),
        Start.END);
    this.pendingReplies = pendingReplies;
    this.instance = instance;
  }

  @Override
  protected void caughtUp(int count) {
    LOG.info("event=reply_reader_positioned reader=replies partitions={}", count);
  }

  @Override
  protected void read(Iterable<ConsumerRecord<String, byte[]>> records) {
    records.forEach(this::read);
  }

  private void read(ConsumerRecord<String, byte[]> reply) {
    Header header = reply.headers().lastHeader(HeaderNames.API_INSTANCE);
    if (header != null && instance.isNamedBy(header) && reply.value() != null) {
      deliver(reply);
    }
  }

  private void deliver(ConsumerRecord<String, byte[]> reply) {
    try {
      pendingReplies.deliver(TopicSerdes.REPLIES.codec().read(reply.value()));
    } catch (MalformedException e) {
      LOG.error(
          "event=reply_malformed partition={} offset={}", reply.partition(), reply.offset(), e);
    }
  }
}
