package io.timeledger.bench.reply;

import java.time.Duration;
import java.util.Collection;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;

/// A thread that reads new records of some partitions, in the way of the services' readers.
final class PolledConsumer implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(500);
  private final Consumer<String, byte[]> consumer;
  private final Thread thread;

  private PolledConsumer(String name, Consumer<String, byte[]> consumer, Reader reader) {
    this.consumer = consumer;
    this.thread = Thread.ofPlatform().name(name).daemon().unstarted(() -> run(reader));
  }

  /// Handles what a poll returned.
  @FunctionalInterface
  interface Reader {
    void read(ConsumerRecords<String, byte[]> records);
  }

  /// Returns when records that are written from now on will be read.
  static PolledConsumer start(
      String name,
      Consumer<String, byte[]> consumer,
      Collection<TopicPartition> partitions,
      Reader reader) {
    consumer.assign(partitions);
    consumer.seekToEnd(partitions);
    partitions.forEach(consumer::position);
    PolledConsumer started = new PolledConsumer(name, consumer, reader);
    started.thread.start();
    return started;
  }

  private void run(Reader reader) {
    try (consumer) {
      while (true) {
        reader.read(consumer.poll(POLL));
      }
    } catch (WakeupException e) {
      // closed
    }
  }

  @Override
  public void close() {
    consumer.wakeup();
    try {
      thread.join(Duration.ofSeconds(5));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
