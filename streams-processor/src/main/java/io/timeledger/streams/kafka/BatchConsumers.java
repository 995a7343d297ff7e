package io.timeledger.streams.kafka;

import io.timeledger.runtime.kafka.KafkaClientFactory;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/// Consumers that read as much at once as one transaction takes.
public final class BatchConsumers {
  /// More make a transaction hardly cheaper, and fill the heap with what lives too long for young
  /// collections.
  private static final Map<String, Object> BATCH =
      Map.of(
          ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
          1_000,
          ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
          4 << 20);

  private BatchConsumers() {}

  /// Reads the partitions that it assigns to itself, from the beginning unless it seeks; it is a
  /// member of no group.
  public static Consumer<String, byte[]> reader(KafkaClientFactory clients, String name) {
    return clients.reader(name, "earliest", BATCH);
  }

  /// A member of a group whose positions are not kept by Kafka.
  ///
  /// @param reset what to do where a position is not on the log: `none` fails
  public static Consumer<String, byte[]> member(
      KafkaClientFactory clients, String group, String reset) {
    return clients.member(group, group, reset, BATCH);
  }
}
