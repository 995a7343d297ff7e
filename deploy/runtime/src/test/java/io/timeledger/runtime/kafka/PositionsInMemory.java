package io.timeledger.runtime.kafka;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/// Keeps positions and nothing else; fails when told to.
final class PositionsInMemory implements BatchApplier {
  private final Map<TopicPartition, Long> positions = new ConcurrentHashMap<>();
  private final Map<TopicPartition, RuntimeException> failures = new ConcurrentHashMap<>();
  private final List<List<OffsetRange>> calls = new CopyOnWriteArrayList<>();

  /// From now on, whatever is applied with records of the partition.
  void fail(TopicPartition partition, RuntimeException failure) {
    failures.put(partition, failure);
  }

  void recover() {
    failures.clear();
  }

  /// As another writer does.
  void moveTo(TopicPartition partition, long position) {
    positions.put(partition, position);
  }

  Map<TopicPartition, Long> positions() {
    return positions;
  }

  List<List<OffsetRange>> calls() {
    return new ArrayList<>(calls);
  }

  @Override
  public long position(TopicPartition partition) {
    return positions.getOrDefault(partition, 0L);
  }

  @Override
  public boolean apply(List<OffsetRange> ranges, List<ConsumerRecord<String, byte[]>> records) {
    calls.add(ranges);
    ranges.stream()
        .map(range -> failures.get(range.of()))
        .filter(failure -> failure != null)
        .findFirst()
        .ifPresent(
            failure -> {
              throw failure;
            });
    if (ranges.stream().anyMatch(range -> range.from() != position(range.of()))) {
      return false;
    }
    ranges.forEach(range -> positions.put(range.of(), range.to()));
    return true;
  }
}
