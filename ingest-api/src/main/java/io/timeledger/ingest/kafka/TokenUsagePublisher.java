package io.timeledger.ingest.kafka;

import io.timeledger.ingest.IngestProperties;
import io.timeledger.ingest.access.TokenUses;
import io.timeledger.runtime.kafka.ServiceProducerFactory;
import io.timeledger.schemas.kafka.RecordKeys;
import io.timeledger.schemas.kafka.Topic;
import io.timeledger.schemas.kafka.TopicSerdes;
import io.timeledger.schemas.restricted.TokenUsage;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.support.SendResult;

/// Publishes token usage periodically, outside of requests. Drops what it cannot publish: usage is
/// a hint, and the next use repeats it.
final class TokenUsagePublisher implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(TokenUsagePublisher.class);

  private final TokenUses uses;
  private final ServiceProducerFactory producers;
  private final KafkaTemplate<String, byte[]> template;
  private final Duration every;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("ingest-api-token-usage").factory());
  private volatile boolean running;

  TokenUsagePublisher(TokenUses uses, IngestKafkaClients clients, IngestProperties properties) {
    this.uses = uses;
    this.producers = clients.producers("token-usage");
    this.template = producers.template();
    this.every = properties.tokenUsageEvery();
  }

  @Override
  public void start() {
    running = true;
    ScheduledFuture<?> _ =
        clock.scheduleWithFixedDelay(
            this::tell, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void stop() {
    if (running) {
      clock.close();
      tell();
      producers.destroy();
      running = false;
    }
  }

  /// Stops after the web server, to publish the last requests too.
  @Override
  public int getPhase() {
    return 0;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private void tell() {
    try {
      for (TokenUsage use : uses.take()) {
        CompletableFuture<SendResult<String, byte[]>> _ = template.send(recordOf(use));
      }
    } catch (KafkaException e) {
      log.warn("event=token_usage_publish_failed reason=\"{}\"", e.getMessage());
    }
  }

  private static ProducerRecord<String, byte[]> recordOf(TokenUsage use) {
    return new ProducerRecord<>(
        Topic.TOKEN_USAGE.topicName(),
        RecordKeys.of(use.workspaceId(), use.tokenId()),
        TopicSerdes.TOKEN_USAGE.codec().write(use));
  }
}
