package io.timeledger.streams.views.kafka;

import io.timeledger.streams.PlatformProperties;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/// How the views run: exactly once, and back soon after a crash.
final class ViewsSettings {
  static final String APPLICATION_ID = "timeledger-views";

  private ViewsSettings() {}

  static Properties of(PlatformProperties platform) {
    var settings = new Properties();
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, APPLICATION_ID);
    settings.put(StreamsConfig.CLIENT_ID_CONFIG, APPLICATION_ID + "-" + platform.instanceId());
    settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, platform.kafka().bootstrapServers());
    settings.put(StreamsConfig.STATE_DIR_CONFIG, platform.stateDir().toString());
    settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 100);
    settings.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, 1);
    settings.put(
        StreamsConfig.REPLICATION_FACTOR_CONFIG, Short.toString(platform.replicationFactor()));
    settings.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
    settings.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocksDb.class);
    settings.put(
        StreamsConfig.mainConsumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG),
        APPLICATION_ID + "-" + platform.instanceId());
    settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), 6000);
    settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), 2000);
    settings.put(StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), 5000);
    return settings;
  }
}
