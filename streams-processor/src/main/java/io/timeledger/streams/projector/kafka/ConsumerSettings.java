package io.timeledger.streams.projector.kafka;

import io.timeledger.streams.PlatformProperties;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/// How topics are read: committed records only, at once, and never from an offset that Kafka keeps.
final class ConsumerSettings {
  // Of one transaction: more make it hardly cheaper, and fill the heap with what lives too long for
  // young collections.
  private static final int MAX_RECORDS = 1000;
  private static final int MAX_BYTES_OF_A_PARTITION = 4 << 20;

  private ConsumerSettings() {}

  /// A member of a group.
  ///
  /// @param reset what to do where a position is not on the log: `none` fails
  static Consumer<String, byte[]> member(PlatformProperties platform, String group, String reset) {
    Map<String, Object> settings = settings(platform, group, reset);
    settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
    settings.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, group + "-" + platform.instanceId());
    settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 6000);
    settings.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 2000);
    return new KafkaConsumer<>(settings);
  }

  /// Somebody who reads on his own.
  static Consumer<String, byte[]> loner(PlatformProperties platform, String name) {
    return new KafkaConsumer<>(settings(platform, name, "earliest"));
  }

  private static Map<String, Object> settings(
      PlatformProperties platform, String name, String reset) {
    Map<String, Object> settings = new HashMap<>();
    settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, platform.kafka().bootstrapServers());
    settings.put(ConsumerConfig.CLIENT_ID_CONFIG, name + "-" + platform.instanceId());
    settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
    settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, reset);
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MAX_RECORDS);
    settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, MAX_BYTES_OF_A_PARTITION);
    return settings;
  }
}
