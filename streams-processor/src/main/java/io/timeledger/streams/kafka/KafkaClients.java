package io.timeledger.streams.kafka;

import io.timeledger.streams.PlatformProperties;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/// Kafka clients of this service outside of Kafka Streams.
public final class KafkaClients {
  // Of one transaction: more make it hardly cheaper, and fill the heap with what lives too long for
  // young collections.
  private static final int MAX_RECORDS = 1000;
  private static final int MAX_BYTES_OF_A_PARTITION = 4 << 20;

  private KafkaClients() {}

  public static Admin admin(PlatformProperties platform, String name) {
    return Admin.create(common(platform, name));
  }

  /// Reads committed records of the partitions that it assigns to itself, from the beginning unless
  /// it seeks; it is no member of a group.
  public static Consumer<String, byte[]> reader(PlatformProperties platform, String name) {
    return new KafkaConsumer<>(consumerSettings(platform, name, "earliest"));
  }

  /// A member of a group whose positions are not kept by Kafka.
  ///
  /// @param reset what to do where a position is not on the log: `none` fails
  public static Consumer<String, byte[]> member(
      PlatformProperties platform, String group, String reset) {
    Map<String, Object> settings = consumerSettings(platform, group, reset);
    settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
    settings.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, group + "-" + platform.instanceId());
    settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 6000);
    settings.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 2000);
    return new KafkaConsumer<>(settings);
  }

  private static Map<String, Object> consumerSettings(
      PlatformProperties platform, String name, String reset) {
    Map<String, Object> settings = common(platform, name);
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

  private static Map<String, Object> common(PlatformProperties platform, String name) {
    Map<String, Object> settings = platform.kafka().settings();
    settings.put(CommonClientConfigs.CLIENT_ID_CONFIG, name + "-" + platform.instanceId());
    return settings;
  }
}
