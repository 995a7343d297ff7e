package io.timeledger.ingest.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.timeledger.ingest.IngestProperties;
import io.timeledger.runtime.kafka.TailReader;
import io.timeledger.schemas.json.MalformedException;
import io.timeledger.schemas.kafka.HeaderNames;
import io.timeledger.schemas.kafka.Topic;
import io.timeledger.schemas.kafka.TopicSerdes;
import io.timeledger.schemas.webhook.DispatchReply;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Delivers the dispatcher's replies to waiting requests of this process. Each waiter has its own
/// address, which the dispatcher echoes: so of two commands with the same id, each gets its own
/// reply.
@Component
final class DispatchReplyReader extends TailReader {
  private static final Logger LOG = LoggerFactory.getLogger(DispatchReplyReader.class);

  private final Map<String, CompletableFuture<DispatchReply>> waiting = new ConcurrentHashMap<>();
  private final AtomicLong counter = new AtomicLong();
  private final ApiInstance instance;

  DispatchReplyReader(
      IngestKafkaClients clients, IngestProperties properties, ApiInstance instance) {
    super(
        IngestKafkaClients.SERVICE,
        "webhook-replies",
        () -> clients.consumer("webhook-replies"),
        List.of(Topic.WEBHOOK_REPLIES),
        properties.partitions(),
        Start.END);
    this.instance = instance;
  }

  /// @return the address to send along with the command
  String await(CompletableFuture<DispatchReply> reply) {
    String address = new String(instance.name(), UTF_8) + "/" + counter.incrementAndGet();
    waiting.put(address, reply);
    return address;
  }

  void forget(String address) {
    waiting.remove(address);
  }

  @Override
  protected void caughtUp(int count) {
    LOG.info("event=reply_reader_positioned reader=webhook-replies partitions={}", count);
  }

  @Override
  protected void read(Iterable<ConsumerRecord<String, byte[]>> records) {
    records.forEach(this::read);
  }

  private void read(ConsumerRecord<String, byte[]> reply) {
    Header header = reply.headers().lastHeader(HeaderNames.API_INSTANCE);
    CompletableFuture<DispatchReply> waiter =
        header == null ? null : waiting.get(new String(header.value(), UTF_8));
    if (waiter == null || reply.value() == null) {
      return;
    }
    try {
      waiter.complete(TopicSerdes.WEBHOOK_REPLIES.codec().read(reply.value()));
    } catch (MalformedException e) {
      LOG.error(
          "event=webhook_reply_malformed partition={} offset={}",
          reply.partition(),
          reply.offset(),
          e);
    }
  }
}
