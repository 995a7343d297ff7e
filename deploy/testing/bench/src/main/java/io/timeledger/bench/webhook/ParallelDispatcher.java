package io.timeledger.bench.webhook;

import io.confluent.parallelconsumer.ParallelConsumerOptions;
import io.confluent.parallelconsumer.ParallelConsumerOptions.ProcessingOrder;
import io.confluent.parallelconsumer.ParallelStreamProcessor;
import io.timeledger.schemas.kafka.Topic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/// A baseline with a good library: Confluent's Parallel Consumer, with the same concurrency as our
/// dispatcher and tracking of each event. Retries in memory; signs nothing and keeps no log.
final class ParallelDispatcher implements BaselineDispatcher {
  private static final int CALLS_AT_ONCE = 512;
  private static final String GROUP = "parallel-dispatcher";

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI url;
  private final ParallelStreamProcessor<String, byte[]> processor;

  private ParallelDispatcher(String url, KafkaConsumer<String, byte[]> consumer) {
    this.url = URI.create(url);
    processor =
        ParallelStreamProcessor.createEosStreamProcessor(
            ParallelConsumerOptions.<String, byte[]>builder()
                .consumer(consumer)
                .ordering(ProcessingOrder.UNORDERED)
                .maxConcurrency(CALLS_AT_ONCE)
                // it accesses fields that this client version does not have
                .ignoreReflectiveAccessExceptionsForAutoCommitDisabledCheck(true)
                .build());
  }

  /// Starts at the current end of the log, which it commits before it reads.
  static ParallelDispatcher start(String bootstrapServers, String url) {
    try (KafkaConsumer<String, byte[]> consumer = consumer(bootstrapServers)) {
      commitEnds(consumer);
    }
    ParallelDispatcher dispatcher = new ParallelDispatcher(url, consumer(bootstrapServers));
    dispatcher.processor.subscribe(List.of(Topic.EVENTS.topicName()));
    dispatcher.processor.poll(
        context -> dispatcher.post(context.getSingleConsumerRecord().value()));
    return dispatcher;
  }

  private static KafkaConsumer<String, byte[]> consumer(String bootstrapServers) {
    return new KafkaConsumer<>(
        Map.of(
            "bootstrap.servers",
            bootstrapServers,
            "group.id",
            GROUP,
            "enable.auto.commit",
            false,
            "isolation.level",
            "read_committed"),
        new StringDeserializer(),
        new ByteArrayDeserializer());
  }

  private static void commitEnds(KafkaConsumer<String, byte[]> consumer) {
    List<TopicPartition> partitions =
        consumer.partitionsFor(Topic.EVENTS.topicName()).stream()
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    Map<TopicPartition, OffsetAndMetadata> ends = new HashMap<>();
    consumer
        .endOffsets(partitions)
        .forEach((partition, end) -> ends.put(partition, new OffsetAndMetadata(end)));
    consumer.commitSync(ends);
  }

  private void post(byte[] body) {
    HttpRequest request =
        HttpRequest.newBuilder(url)
            .timeout(Duration.ofSeconds(10))
            .POST(BodyPublishers.ofByteArray(body))
            .build();
    try {
      http.send(request, BodyHandlers.discarding());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    processor.close();
    http.close();
  }
}
