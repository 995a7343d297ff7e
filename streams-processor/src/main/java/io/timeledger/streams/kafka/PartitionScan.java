package io.timeledger.streams.kafka;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/// Reads the committed records of one partition up to its end at the start of the scan.
/// Its caller pulls, and it has an end; what reads for as long as a service runs is a `TailReader`.
public final class PartitionScan {
  private static final Duration POLL = Duration.ofMillis(200);

  private final Consumer<String, byte[]> consumer;
  private final TopicPartition partition;
  private final long end;
  private final Deque<ConsumerRecord<String, byte[]>> polled = new ArrayDeque<>();

  private PartitionScan(Consumer<String, byte[]> consumer, TopicPartition partition, long end) {
    this.consumer = consumer;
    this.partition = partition;
    this.end = end;
  }

  /// @param from the first offset
  public static PartitionScan from(
      Consumer<String, byte[]> consumer, TopicPartition partition, long from) {
    consumer.assign(List.of(partition));
    consumer.seek(partition, from);
    return new PartitionScan(
        consumer, partition, consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L));
  }

  /// The newest committed record. The last offsets of a partition are transaction markers, so the
  /// search steps back further each time that it finds none.
  public static Optional<ConsumerRecord<String, byte[]>> last(
      Consumer<String, byte[]> consumer, TopicPartition partition) {
    long begin = consumer.beginningOffsets(List.of(partition)).getOrDefault(partition, 0L);
    long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
    for (long step = 16; ; step *= 8) {
      long from = Math.max(begin, end - step);
      PartitionScan scan = from(consumer, partition, from);
      Optional<ConsumerRecord<String, byte[]>> last = Optional.empty();
      for (Optional<ConsumerRecord<String, byte[]>> next = scan.next();
          next.isPresent();
          next = scan.next()) {
        last = next;
      }
      if (last.isPresent() || from == begin) {
        return last;
      }
    }
  }

  /// @return empty at the end
  public Optional<ConsumerRecord<String, byte[]>> next() {
    while (polled.isEmpty() && consumer.position(partition) < end) {
      consumer.poll(POLL).forEach(polled::add);
    }
    return Optional.ofNullable(polled.poll());
  }
}
