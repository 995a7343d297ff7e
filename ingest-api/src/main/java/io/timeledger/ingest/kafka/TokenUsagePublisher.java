package io.timeledger.ingest.kafka;

import io.timeledger.ingest.IngestProperties;
import io.timeledger.ingest.access.TokenUses;
import io.timeledger.schemas.kafka.RecordKeys;
import io.timeledger.schemas.kafka.Topic;
import io.timeledger.schemas.kafka.TopicSerdes;
import io.timeledger.schemas.restricted.TokenUsage;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Publishes token usage periodically, outside of requests. Drops what it cannot publish: usage is
/// a hint, and the next use repeats it.
@Component
final class TokenUsagePublisher implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(TokenUsagePublisher.class);
  private static final Duration GOODBYE = Duration.ofSeconds(2);

  private final TokenUses uses;
  private final IngestKafkaClients clients;
  private final Duration every;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("ingest-api-token-usage").factory());
  private volatile @Nullable Producer<String, byte[]> producer;

  TokenUsagePublisher(TokenUses uses, IngestKafkaClients clients, IngestProperties properties) {
    this.uses = uses;
    this.clients = clients;
    this.every = properties.tokenUsageEvery();
  }

  @Override
  public void start() {
    Producer<String, byte[]> started = clients.producer("token-usage");
    producer = started;
    var _ =
        clock.scheduleWithFixedDelay(
            () -> tell(started), every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void stop() {
    Producer<String, byte[]> started = producer;
    if (started != null) {
      clock.close();
      tell(started);
      started.close(GOODBYE);
      producer = null;
    }
  }

  /// Stops after the web server, to publish the last requests too.
  @Override
  public int getPhase() {
    return 0;
  }

  @Override
  public boolean isRunning() {
    return producer != null;
  }

  private void tell(Producer<String, byte[]> to) {
    try {
      for (TokenUsage use : uses.take()) {
        var _ = to.send(recordOf(use));
      }
    } catch (KafkaException e) {
      LOG.warn("event=token_usage_publish_failed reason=\"{}\"", e.getMessage());
    }
  }

  private static ProducerRecord<String, byte[]> recordOf(TokenUsage use) {
    return new ProducerRecord<>(
        Topic.TOKEN_USAGE.topicName(),
        RecordKeys.of(use.workspaceId(), use.tokenId()),
        TopicSerdes.TOKEN_USAGE.codec().write(use));
  }
}
