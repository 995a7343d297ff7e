package io.timeledger.streams.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.timeledger.schemas.kafka.WorkspacePartitioner;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.processor.StreamPartitioner;

/// Sends all output of a workspace to the workspace's partition number.
public final class ByWorkspace<V> implements StreamPartitioner<String, V> {
  @Override
  public Optional<Set<Integer>> partitions(String topic, String key, V value, int partitions) {
    return Optional.of(Set.of(WorkspacePartitioner.partition(key.getBytes(UTF_8), partitions)));
  }
}
