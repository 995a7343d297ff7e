package io.timeledger.streams.kafka;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/// A consumer for a Kafka Streams thread, which polls for ten milliseconds at a time to check its
/// commit clock in between. After a quiet period there is nothing to commit, so polls take longer,
/// and an idle process uses no CPU. A record ends a poll at once, so latency does not suffer.
final class IdleBackoffConsumer extends KafkaConsumer<byte[], byte[]> {
  /// Longer than any commit interval.
  private static final Duration QUIET_AFTER = Duration.ofSeconds(2);

  /// The most that wall-clock punctuations may be late.
  private static final Duration QUIET_POLL = Duration.ofMillis(500);

  private long lastRecords = System.nanoTime();

  IdleBackoffConsumer(Map<String, Object> settings) {
    super(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  /// @param timeout zero when the thread has other work than waiting
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
