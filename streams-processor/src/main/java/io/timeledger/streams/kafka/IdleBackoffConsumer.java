package io.timeledger.streams.kafka;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/// A consumer for a thread of Kafka Streams, which polls for ten milliseconds at a time so that it
/// looks at its commit clock in between. When nothing came for a while, nothing waits for a commit:
/// polls take longer then, and a process without work takes no processor. A record ends a poll at
/// once, so it is not later for that.
final class IdleBackoffConsumer extends KafkaConsumer<byte[], byte[]> {
  /// Longer than any commit interval.
  private static final Duration QUIET_AFTER = Duration.ofSeconds(2);

  /// By which wall-clock punctuations may be late.
  private static final Duration QUIET_POLL = Duration.ofMillis(500);

  private long lastRecords = System.nanoTime();

  IdleBackoffConsumer(Map<String, Object> settings) {
    super(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  /// @param timeout zero where the thread has other things to do than to wait
  @Override
  public ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
    ConsumerRecords<byte[], byte[]> records =
        super.poll(timeout.isPositive() && isQuiet() ? QUIET_POLL : timeout);
    if (!records.isEmpty()) {
      lastRecords = System.nanoTime();
    }
    return records;
  }

  private boolean isQuiet() {
    return System.nanoTime() - lastRecords > QUIET_AFTER.toNanos();
  }
}
