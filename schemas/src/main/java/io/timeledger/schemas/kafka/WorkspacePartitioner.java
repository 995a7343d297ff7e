package io.timeledger.schemas.kafka;

import java.util.Map;
import org.apache.kafka.clients.producer.Partitioner;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/// Puts all keys of a workspace, tombstones too, on the same partition number of every topic:
/// murmur2 of the key up to its first `/`, positive, modulo the number of partitions.
public final class WorkspacePartitioner implements Partitioner {

  public static int partition(byte[] key, int partitions) {
    return Utils.toPositive(Utils.murmur2(workspace(key))) % partitions;
  }

  @Override
  public int partition(
      String topic,
      Object key,
      byte @Nullable [] keyBytes,
      @Nullable Object value,
      byte @Nullable [] valueBytes,
      Cluster cluster) {
    if (keyBytes == null) {
      throw new IllegalArgumentException("key: null (expected: one that starts with a workspace)");
    }
    return partition(keyBytes, cluster.partitionCountForTopic(topic));
  }

  @Override
  public void configure(Map<String, ?> configs) {}

  @Override
  public void close() {}

  private static byte[] workspace(byte[] key) {
    for (int i = 0; i < key.length; i++) {
      if (key[i] == '/') {
        byte[] workspace = new byte[i];
        System.arraycopy(key, 0, workspace, 0, i);
        return workspace;
      }
    }
    return key;
  }
}
