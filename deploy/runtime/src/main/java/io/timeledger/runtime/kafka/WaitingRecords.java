package io.timeledger.runtime.kafka;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;

/// The age of each partition's oldest record not yet applied, by its time on the log. Outlives the
/// consumer, so that the age of a failing partition keeps growing. Thread-safe.
final class WaitingRecords {
  private final Map<TopicPartition, Instant> since = new ConcurrentHashMap<>();

  /// @param first the time of the first record that was read
  void read(TopicPartition partition, long first) {
    since.putIfAbsent(partition, Instant.ofEpochMilli(first));
  }

  /// @param last the time of the last record that was applied
  /// @param isBehind whether more is on the log
  void applied(TopicPartition partition, long last, boolean isBehind) {
    if (isBehind) {
      since.put(partition, Instant.ofEpochMilli(last));
    } else {
      since.remove(partition);
    }
  }

  void leave(Collection<TopicPartition> partitions) {
    partitions.forEach(since::remove);
  }

  /// The age of the oldest waiting record; zero when none waits.
  Duration age(Instant now) {
    return since.values().stream()
        .map(at -> Duration.between(at, now))
        .filter(Duration::isPositive)
        .max(Duration::compareTo)
        .orElse(Duration.ZERO);
  }
}
