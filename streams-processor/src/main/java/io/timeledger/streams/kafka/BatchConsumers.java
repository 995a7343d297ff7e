package io.timeledger.streams.kafka;

import io.timeledger.runtime.kafka.KafkaClientFactory;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/// Consumers with polls as large as one transaction should be.
public final class BatchConsumers {
  /// Larger polls make a transaction hardly cheaper, but fill the heap with objects that outlive
  /// young collections.
  private static final Map<String, Object> BATCH =
      Map.of(
          ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
          1_000,
          ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
          4 << 20);

  private BatchConsumers() {}

  /// Reads manually assigned partitions, from the beginning unless it seeks; it is a member of no
  /// group.
  public static Consumer<String, byte[]> reader(KafkaClientFactory clients, String name) {
    return clients.reader(name, "earliest", BATCH);
  }

  /// A group member whose positions are stored outside of Kafka.
  ///
  /// @param reset if a position is not on the log; `none` fails
  public static Consumer<String, byte[]> member(
      KafkaClientFactory clients, String group, String reset) {
    return clients.member(group, group, reset, BATCH);
  }
}
