package io.timeledger.runtime.kafka;

import io.timeledger.schemas.kafka.Topic;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// One thread that reads all partitions of some topics for as long as the service runs, without
/// group and stored position: what it reads is kept in memory, if at all. Retries when the log
/// fails, then from its start again; never reads topics with another partition count than the
/// platform's. What applies records to a database is a [PositionedConsumer].
public abstract class TailReader implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(TailReader.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration STOP_TIMEOUT = Duration.ofSeconds(5);
  private static final long RETRY_SECONDS = 1;

  private final String service;
  private final String name;
  private final Supplier<Consumer<String, byte[]>> consumers;
  private final List<String> topics;
  private final int partitions;
  private final Start from;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private volatile @Nullable Consumer<String, byte[]> running;
  private volatile @Nullable Thread thread;
  private volatile boolean caughtUp;

  /// Where reading begins.
  public enum Start {
    BEGINNING,
    /// Only with records that are sent once the reader has caught up.
    END
  }

  /// @param service first part of the thread's name
  /// @param name the other part, and the reader in log lines
  /// @param consumers creates a member of no group; again after each failure
  /// @param partitions that each topic must have
  protected TailReader(
      String service,
      String name,
      Supplier<Consumer<String, byte[]>> consumers,
      Collection<Topic> topics,
      int partitions,
      Start from) {
    this.service = service;
    this.name = name;
    this.consumers = consumers;
    this.topics = topics.stream().map(Topic::topicName).toList();
    this.partitions = partitions;
    this.from = from;
  }

  /// Called for each poll that has any.
  protected abstract void read(Iterable<ConsumerRecord<String, byte[]>> records);

  /// Called each time that the reader has caught up.
  ///
  /// @param count of partitions
  protected void caughtUp(int count) {}

  /// Whether it has read all that was committed when it began, and will see what is sent now.
  public final boolean isCaughtUp() {
    return caughtUp;
  }

  @Override
  public final void start() {
    thread = Thread.ofPlatform().name(service + "-" + name).daemon().start(this::run);
  }

  @Override
  public final void stop() {
    stopped.countDown();
    Consumer<String, byte[]> consumer = running;
    if (consumer != null) {
      consumer.wakeup();
    }
    Thread reader = thread;
    if (reader != null) {
      try {
        reader.join(STOP_TIMEOUT);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    thread = null;
  }

  /// Before the web server starts, and after it stopped: requests that end still get their replies.
  @Override
  public final int getPhase() {
    return 0;
  }

  @Override
  public final boolean isRunning() {
    return thread != null;
  }

  private void run() {
    while (stopped.getCount() > 0) {
      try (Consumer<String, byte[]> consumer = consumers.get()) {
        running = consumer;
        List<TopicPartition> assigned = Partitions.of(consumer, topics, partitions);
        consumer.assign(assigned);
        caughtUp = false;
        Map<TopicPartition, Long> ends = position(consumer, assigned);
        while (stopped.getCount() > 0) {
          if (!caughtUp && isAt(ends, consumer)) {
            caughtUp = true;
            caughtUp(assigned.size());
          }
          ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
          if (!records.isEmpty()) {
            read(records);
          }
        }
      } catch (WakeupException e) {
        return;
      } catch (KafkaException e) {
        log.warn("event=reader_restarts reader={} reason=\"{}\"", name, e.getMessage());
        pause();
      } finally {
        running = null;
      }
    }
  }

  /// @return what has to be read until the reader has caught up
  private Map<TopicPartition, Long> position(
      Consumer<String, byte[]> consumer, List<TopicPartition> assigned) {
    return switch (from) {
      case BEGINNING -> {
        consumer.seekToBeginning(assigned);
        yield consumer.endOffsets(assigned);
      }
      case END -> {
        consumer.seekToEnd(assigned);
        // Seeking is lazy: only querying the position fixes it.
        assigned.forEach(consumer::position);
        yield Map.of();
      }
    };
  }

  private static boolean isAt(Map<TopicPartition, Long> ends, Consumer<String, byte[]> consumer) {
    return ends.entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }

  private void pause() {
    try {
      stopped.await(RETRY_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
