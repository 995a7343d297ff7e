package io.timeledger.bench.webhook;

import io.timeledger.schemas.kafka.Topic;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/// A baseline that takes an hour to write: reads the log, posts events sequentially with the JDK's
/// client, and commits. No signatures, no log, no retries.
final class PlainDispatcher implements BaselineDispatcher {
  private static final Duration POLL = Duration.ofMillis(100);

  private final String bootstrapServers;
  private final URI url;
  private final CountDownLatch positioned = new CountDownLatch(1);
  private final Thread thread = Thread.ofPlatform().name("plain-dispatcher").unstarted(this::run);
  private volatile boolean ending;

  private PlainDispatcher(String bootstrapServers, String url) {
    this.bootstrapServers = bootstrapServers;
    this.url = URI.create(url);
  }

  static PlainDispatcher start(String bootstrapServers, String url) throws InterruptedException {
    PlainDispatcher dispatcher = new PlainDispatcher(bootstrapServers, url);
    dispatcher.thread.start();
    dispatcher.positioned.await();
    return dispatcher;
  }

  @Override
  public void close() {
    ending = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    Map<String, Object> config =
        Map.of(
            "bootstrap.servers",
            bootstrapServers,
            "group.id",
            "plain-dispatcher",
            "enable.auto.commit",
            false,
            "isolation.level",
            "read_committed");
    try (HttpClient http = HttpClient.newHttpClient();
        Consumer<String, byte[]> consumer =
            new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(Topic.EVENTS.topicName()).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToEnd(partitions);
      partitions.forEach(consumer::position);
      positioned.countDown();
      while (!ending) {
        for (ConsumerRecord<String, byte[]> event : consumer.poll(POLL)) {
          post(http, event.value());
        }
        consumer.commitSync();
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void post(HttpClient http, byte[] body) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(url)
            .timeout(Duration.ofSeconds(10))
            .POST(BodyPublishers.ofByteArray(body))
            .build();
    http.send(request, BodyHandlers.discarding());
  }
}
