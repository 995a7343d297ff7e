package io.timeledger.streams.projector.kafka;

import io.timeledger.streams.kafka.Traces;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads partitions on from where their applier is, and applies what it reads. One thread.
final class PositionedReader {
  private static final Logger log = LoggerFactory.getLogger(PositionedReader.class);

  private final Consumer<String, byte[]> consumer;
  private final PartitionApplier applier;
  private final Map<TopicPartition, Long> positions = new HashMap<>();

  PositionedReader(Consumer<String, byte[]> consumer, PartitionApplier applier) {
    this.consumer = consumer;
    this.applier = applier;
  }

  /// Begins with assigned partitions.
  void take(Collection<TopicPartition> partitions) {
    partitions.forEach(this::seek);
  }

  void leave(Collection<TopicPartition> partitions) {
    partitions.forEach(positions::remove);
  }

  /// @return how many records were applied
  int readOn(Duration patience) {
    ConsumerRecords<String, byte[]> read = consumer.poll(patience);
    int applied = 0;
    for (TopicPartition partition : read.partitions()) {
      applied += apply(partition, read.records(partition));
    }
    return applied;
  }

  /// How many committed records are ahead, as far as the last answers of brokers told.
  long lag() {
    return positions.keySet().stream().mapToLong(p -> consumer.currentLag(p).orElse(0)).sum();
  }

  private int apply(TopicPartition partition, List<ConsumerRecord<String, byte[]>> records) {
    if (applier.apply(partition, positions.getOrDefault(partition, 0L), records)) {
      positions.put(partition, records.getLast().offset() + 1);
      trace(records);
      return records.size();
    }
    seek(partition);
    log.info("event=position_reread partition={} to={}", partition, positions.get(partition));
    return 0;
  }

  /// So that a command can be followed into Postgres, where somebody wants to.
  private static void trace(List<ConsumerRecord<String, byte[]>> records) {
    if (log.isDebugEnabled()) {
      for (ConsumerRecord<String, byte[]> applied : records) {
        try (var _ = Traces.of(applied.headers()).open()) {
          log.debug(
              "event=projected topic={} partition={} offset={}",
              applied.topic(),
              applied.partition(),
              applied.offset());
        }
      }
    }
  }

  private void seek(TopicPartition partition) {
    long position = applier.position(partition);
    positions.put(partition, position);
    consumer.seek(partition, position);
  }
}
