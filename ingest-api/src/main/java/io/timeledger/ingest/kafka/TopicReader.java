package io.timeledger.ingest.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// One thread that reads all partitions of some topics for as long as the service runs. Retries
/// when the log fails; never reads topics with another partition count than the platform's.
abstract class TopicReader implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(TopicReader.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final long RETRY_SECONDS = 1;

  private final String name;
  private final IngestKafkaClients clients;
  private final int partitions;
  private final List<String> topics;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private volatile @Nullable Consumer<String, byte[]> running;
  private volatile @Nullable Thread thread;

  TopicReader(String name, IngestKafkaClients clients, int partitions, List<String> topics) {
    this.name = name;
    this.clients = clients;
    this.partitions = partitions;
    this.topics = List.copyOf(topics);
  }

  /// Called once the partitions are assigned, before the first poll.
  abstract void position(Consumer<String, byte[]> consumer, Collection<TopicPartition> assigned);

  /// Called for each poll, also an empty one.
  abstract void read(
      Consumer<String, byte[]> consumer, Iterable<ConsumerRecord<String, byte[]>> records);

  @Override
  public void start() {
    thread = Thread.ofPlatform().name("ingest-api-" + name).daemon().start(this::run);
  }

  @Override
  public void stop() {
    stopped.countDown();
    Consumer<String, byte[]> consumer = running;
    if (consumer != null) {
      consumer.wakeup();
    }
    Thread reader = thread;
    if (reader != null) {
      try {
        reader.join(Duration.ofSeconds(5));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    thread = null;
  }

  /// Before the web server starts, and after it stopped: requests that end still get their replies.
  @Override
  public int getPhase() {
    return 0;
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }

  private void run() {
    while (stopped.getCount() > 0) {
      try (Consumer<String, byte[]> consumer = clients.consumer(name)) {
        running = consumer;
        List<TopicPartition> assigned = assignAll(consumer);
        consumer.assign(assigned);
        position(consumer, assigned);
        while (stopped.getCount() > 0) {
          ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
          read(consumer, records);
        }
      } catch (WakeupException e) {
        return;
      } catch (KafkaException e) {
        LOG.warn("event=reader_restarts reader={} reason=\"{}\"", name, e.getMessage());
        pause();
      } finally {
        running = null;
      }
    }
  }

  private List<TopicPartition> assignAll(Consumer<String, byte[]> consumer) {
    List<TopicPartition> all = new ArrayList<>();
    for (String topic : topics) {
      List<PartitionInfo> infos = consumer.partitionsFor(topic);
      if (infos == null || infos.isEmpty()) {
        throw new KafkaException("topic %s is not there yet".formatted(topic));
      }
      if (infos.size() != partitions) {
        throw new KafkaException(
            "topic %s: %d partitions (expected: %d)".formatted(topic, infos.size(), partitions));
      }
      infos.forEach(info -> all.add(new TopicPartition(topic, info.partition())));
    }
    return all;
  }

  private void pause() {
    try {
      stopped.await(RETRY_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
